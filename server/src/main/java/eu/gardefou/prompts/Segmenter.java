package eu.gardefou.prompts;

import java.util.ArrayDeque;
import java.util.Arrays;
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

  /** So many letters are no word of one language by chance. */
  private static final int LONG = 12;

  private static final long USES =
      Sense.of(Sense.POSSESSIVE, Sense.PRONOUN, Sense.DETERMINER, Sense.CLITIC, Sense.REMOVE)
          | Sense.of(Sense.UNDRESS, Sense.STRIP, Sense.WITHOUT, Sense.NUDE, Sense.PERSON)
          | Sense.of(Sense.WEARING, Sense.PUT_ON, Sense.OFF);

  private static final long GRAMMAR =
      Sense.ARTICLES | Sense.PREPOSITIONS | Sense.of(Sense.PRONOUN, Sense.AND, Sense.NOT);

  private final Lexicon lexicon;

  Segmenter(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The words, or null when no one language has them, or none of the words matters. */
  @Nullable List<String> cut(String letters, Words lookUp) {
    if (letters.length() < SHORTEST_TEXT || letters.length() > LONGEST_TEXT) {
      return null;
    }
    var cuts = new Cuts(letters, lexicon);
    List<String> best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int language = 0; language < lexicon.codes().size(); language++) {
      if (cuts.total(language) < least) {
        List<String> words = cuts.words(language);
        if (matters(words, lookUp)) {
          best = words;
          least = cuts.total(language);
        }
      }
    }
    return best;
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
          extend(hash, start, Math.min(length, start + LONGEST_WORD), lexicon);
        }
      }
    }

    private boolean isReached(int start) {
      for (double[] costs : cost) {
        if (costs[start] < Double.POSITIVE_INFINITY) {
          return true;
        }
      }
      return false;
    }

    /** By every word from start to one of the letters up to last. */
    private void extend(WordHash hash, int start, int last, Lexicon lexicon) {
      int reach = lexicon.reach(hash, start, last);
      for (int end = start + 1; end <= last; end++) {
        int to = end;
        lexicon.words(hash, start, to, reach, (in, senses) -> extend(start, to, in, senses));
      }
    }

    private void extend(int start, int end, long languages, long senses) {
      double price = price(end - start, senses);
      for (long rest = languages; rest != 0; rest &= rest - 1) {
        int language = Long.numberOfTrailingZeros(rest);
        if (language < cost.length && cost[language][start] + price < cost[language][end]) {
          cost[language][end] = cost[language][start] + price;
          lastCut[language][end] = start;
        }
      }
    }

    /** What all the words cost in this language; infinite when it does not have them. */
    double total(int language) {
      return cost[language][letters.length()];
    }

    List<String> words(int language) {
      Deque<String> words = new ArrayDeque<>();
      for (int end = letters.length(); end > 0; end = lastCut[language][end]) {
        words.addFirst(letters.substring(lastCut[language][end], end));
      }
      return List.copyOf(words);
    }
  }

  /** Short words fit anywhere, so they cost more; what is looked for, and grammar, cost less. */
  private static double price(int length, long senses) {
    boolean grammar = (senses & GRAMMAR) != 0;
    double price =
        switch (length) {
          case 1 -> 3;
          case 2 -> 1.5;
          default -> grammar ? 0.9 : 1;
        };
    return length >= SHORTEST_RISK && (senses & Sense.RISKY) != 0 ? price - 0.2 : price;
  }

  /**
   * A risky word is not enough ({@code ad-dress}): something must be done with it, or be whose. Two
   * nouns side by side are a compound.
   */
  private static boolean matters(List<String> words, Words lookUp) {
    boolean nouns = words.size() == 2;
    boolean risky = false;
    boolean used = false;
    boolean action = false;
    boolean target = false;
    int telling = 0;
    int length = 0;
    for (String word : words) {
      long senses = lookUp.senses(word);
      boolean known = word.length() >= SHORTEST_RISK;
      boolean risk = known && (senses & Sense.RISKY) != 0;
      boolean parts = known && lookUp.lexicon().phrases().parts(word);
      long uses = known ? USES : USES & ~Sense.RISKY;
      boolean use = word.length() >= SHORTEST_USE && (senses & uses) != 0;
      length += word.length();
      telling += risk || parts || use ? 1 : 0;
      risky |= risk || parts;
      used |= use;
      action |= risk && (senses & Sense.VERBS) != 0;
      target |= risk && (senses & Sense.VERBS) == 0;
      nouns &= (senses & Sense.THINGS) != 0 && (senses & Sense.VERBS) == 0;
    }
    boolean enough = length >= LONG || telling > 1;
    return enough && !nouns && risky && (used || (action && target));
  }
}
