package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Tells by its letters whether a word looks like the languages that the data files cover. Logistic
 * regression over hashed runs of one to four letters, learnt when the program starts from the words
 * of the files and of the samples of other languages; some hundred milliseconds, always the same.
 */
final class LetterProfile {
  private static final int BUCKETS = 1 << 15;
  private static final int LONGEST_RUN = 4;
  private static final int EPOCHS = 3;
  private static final double RATE = 0.25;
  private static final long SEED = 42;

  private final float[] weights = new float[BUCKETS];
  private final float[] gradients = new float[BUCKETS];

  LetterProfile(Collection<String> own, Collection<String> strange) {
    double balance = (double) own.size() / Math.max(1, strange.size());
    List<Example> examples = new ArrayList<>();
    own.forEach(word -> examples.add(new Example(word, 1, 1)));
    strange.forEach(word -> examples.add(new Example(word, 0, balance)));
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(examples, new Random(SEED + epoch));
      examples.forEach(this::learn);
    }
  }

  private record Example(String word, double label, double weight) {}

  /** Logarithm of the odds that the word is of a covered language. */
  double odds(String word) {
    double sum = 0;
    for (int bucket : runs(word)) {
      sum += weights[bucket];
    }
    return sum;
  }

  private void learn(Example example) {
    int[] runs = runs(example.word());
    double sum = 0;
    for (int bucket : runs) {
      sum += weights[bucket];
    }
    double error = (example.label() - 1 / (1 + Math.exp(-sum))) * Math.min(4, example.weight());
    for (int bucket : runs) {
      gradients[bucket] += (float) (error * error);
      weights[bucket] += (float) (RATE * error / Math.sqrt(0.1 + gradients[bucket]));
    }
  }

  private static int[] runs(String word) {
    String bounded = "^" + word + "$";
    int length = bounded.length();
    int[] runs = new int[length * LONGEST_RUN];
    int count = 0;
    for (int start = 0; start < length; start++) {
      int hash = 0x811C9DC5;
      for (int end = start; end < Math.min(length, start + LONGEST_RUN); end++) {
        hash = (hash ^ bounded.charAt(end)) * 0x01000193;
        runs[count++] = (hash ^ (hash >>> 15)) & (BUCKETS - 1);
      }
    }
    return Arrays.copyOf(runs, count);
  }
}
