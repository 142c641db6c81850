package eu.gardefou.prompts;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts words that were run together: {@code removeherclothes}. Of all ways to cut the letters into
 * known words it takes one with the fewest; linear, since words have a longest length.
 */
final class Segmenter {
  private static final int SHORTEST_TEXT = 6;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_WORD = 20;
  private static final int SHORTEST_RISK = 4;
  private static final int SHORTEST_USE = 3;
  private static final long USES =
      Sense.of(Sense.POSSESSIVE, Sense.PRONOUN, Sense.DETERMINER, Sense.CLITIC, Sense.REMOVE)
          | Sense.of(Sense.UNDRESS, Sense.STRIP, Sense.WITHOUT, Sense.NUDE, Sense.PERSON)
          | Sense.of(Sense.WEARING, Sense.PUT_ON, Sense.OFF);

  private final Lexicon lexicon;

  Segmenter(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The words, or null when no one language has them, or none of the words matters. */
  @Nullable List<String> cut(String letters) {
    if (letters.length() < SHORTEST_TEXT || letters.length() > LONGEST_TEXT) {
      return null;
    }
    var cuts = new Cuts(letters, lexicon);
    for (int language = 0; language < lexicon.codes().size(); language++) {
      List<String> words = cuts.words(language);
      if (!words.isEmpty() && matters(words)) {
        return words;
      }
    }
    return null;
  }

  /** The cheapest cut up to every letter in every language, found in one pass. */
  private static final class Cuts {
    private final String letters;
    private final double[][] cost;
    private final int[][] lastCut;

    Cuts(String letters, Lexicon lexicon) {
      this.letters = letters;
      int length = letters.length();
      cost = new double[lexicon.codes().size()][length + 1];
      lastCut = new int[cost.length][length + 1];
      for (double[] costs : cost) {
        Arrays.fill(costs, 1, length + 1, Double.POSITIVE_INFINITY);
      }
      var hash = new WordHash(letters);
      for (int start = 0; start < length; start++) {
        if (isReached(start)) {
          for (int end = start + 1; end <= Math.min(length, start + LONGEST_WORD); end++) {
            extend(start, end, lexicon.languagesOf(hash, start, end));
          }
        }
      }
    }

    private boolean isReached(int start) {
      return Arrays.stream(cost).anyMatch(costs -> costs[start] < Double.POSITIVE_INFINITY);
    }

    private void extend(int start, int end, long languages) {
      for (int language = 0; languages != 0 && language < cost.length; language++) {
        double price = cost[language][start] + price(end - start);
        if ((languages >>> language & 1) != 0 && price < cost[language][end]) {
          cost[language][end] = price;
          lastCut[language][end] = start;
        }
      }
    }

    List<String> words(int language) {
      Deque<String> words = new ArrayDeque<>();
      if (cost[language][letters.length()] == Double.POSITIVE_INFINITY) {
        return List.of();
      }
      for (int end = letters.length(); end > 0; end = lastCut[language][end]) {
        words.addFirst(letters.substring(lastCut[language][end], end));
      }
      return List.copyOf(words);
    }
  }

  /** Short words fit anywhere, so they cost more. */
  private static double price(int length) {
    return switch (length) {
      case 1 -> 3;
      case 2 -> 1.5;
      default -> 1;
    };
  }

  /** A risky word is not enough ({@code ad-dress}): something must be done with it, or be whose. */
  private boolean matters(Collection<String> words) {
    boolean risky =
        words.stream()
            .anyMatch(w ->
                w.length() >= SHORTEST_RISK && (has(w, Sense.RISKY) || lexicon.phrases().parts(w)));
    boolean used = words.stream().anyMatch(w -> w.length() >= SHORTEST_USE && has(w, USES));
    return risky && used;
  }

  private boolean has(String word, long senses) {
    return (lexicon.senses(word) & senses) != 0;
  }
}
