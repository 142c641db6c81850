package eu.gardefou.prompts;

import java.util.List;

/**
 * How often a language writes three letters in a row, from a sample of it. Counts of all languages
 * lie in one table; three letters that a sample lacks are as likely as in all samples together.
 */
final class LetterProfile {
  private static final int BUCKETS = 1 << 14;
  private static final double PRIOR = 400;

  private final int languages;
  private final float[] logs;

  LetterProfile(List<String> samples) {
    languages = samples.size();
    float[][] counts = new float[languages][BUCKETS];
    double[] sums = new double[languages];
    for (int i = 0; i < languages; i++) {
      sums[i] = count(samples.get(i), counts[i]);
    }
    logs = logarithms(counts, sums);
  }

  /** Adds to each language's sum how likely it is to write this word. */
  void weigh(String word, double[] sums) {
    for (int i = -1; i < word.length() - 1; i++) {
      int row = bucket(word, i) * languages;
      for (int language = 0; language < languages; language++) {
        sums[language] += logs[row + language];
      }
    }
  }

  private static double count(String sample, float[] counts) {
    double sum = 0;
    for (Chunk chunk : Tokenizer.chunks(sample)) {
      for (Token token : chunk.tokens()) {
        String word = token.letters();
        for (int i = -1; i < word.length() - 1; i++) {
          counts[bucket(word, i)]++;
          sum++;
        }
      }
    }
    return sum;
  }

  private float[] logarithms(float[][] counts, double[] sums) {
    float[] table = new float[BUCKETS * languages];
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      double common = 0.2 / BUCKETS;
      for (int i = 0; i < languages; i++) {
        common += 0.8 * counts[i][bucket] / Math.max(1, sums[i]) / languages;
      }
      for (int i = 0; i < languages; i++) {
        double share = (counts[i][bucket] + PRIOR * common) / (sums[i] + PRIOR);
        table[bucket * languages + i] = (float) Math.log(share);
      }
    }
    return table;
  }

  private static int bucket(String word, int start) {
    int first = start < 0 ? ' ' : word.charAt(start);
    int second = word.charAt(start + 1);
    int third = start + 2 < word.length() ? word.charAt(start + 2) : ' ';
    int hash = (first * 31 + second) * 0x9E3779B1 + third * 0x85EBCA6B;
    return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }
}
