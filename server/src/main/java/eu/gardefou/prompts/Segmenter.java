package eu.gardefou.prompts;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
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
  private final List<LongSet> hashesByLanguage;

  Segmenter(Lexicon lexicon) {
    this.lexicon = lexicon;
    hashesByLanguage =
        lexicon.codes().stream().sorted().map(code -> hashes(lexicon.formsOf(code))).toList();
  }

  private static LongSet hashes(Set<String> forms) {
    return new LongSet(forms.stream().mapToLong(WordHash::of).toArray());
  }

  /** The words, or null when no one language has them, or none of the words matters. */
  @Nullable List<String> cut(String letters) {
    if (letters.length() < SHORTEST_TEXT || letters.length() > LONGEST_TEXT) {
      return null;
    }
    var hash = new WordHash(letters);
    for (LongSet hashes : hashesByLanguage) {
      List<String> words = cut(letters, hash, hashes);
      if (!words.isEmpty() && matters(words)) {
        return words;
      }
    }
    return null;
  }

  private static List<String> cut(String letters, WordHash hash, LongSet known) {
    int length = letters.length();
    int[] lastCut = new int[length + 1];
    double[] cost = new double[length + 1];
    Arrays.fill(cost, 1, length + 1, Double.POSITIVE_INFINITY);
    for (int end = 1; end <= length; end++) {
      for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
        double price = cost[start] + price(end - start);
        if (price < cost[end] && known.contains(hash.of(start, end))) {
          cost[end] = price;
          lastCut[end] = start;
        }
      }
    }
    return cost[length] == Double.POSITIVE_INFINITY ? List.of() : words(letters, lastCut);
  }

  /** Short words fit anywhere, so they cost more. */
  private static double price(int length) {
    return switch (length) {
      case 1 -> 3;
      case 2 -> 1.5;
      default -> 1;
    };
  }

  private static List<String> words(String letters, int[] lastCut) {
    Deque<String> words = new ArrayDeque<>();
    for (int end = letters.length(); end > 0; end = lastCut[end]) {
      words.addFirst(letters.substring(lastCut[end], end));
    }
    return List.copyOf(words);
  }

  /** A risky word is not enough ({@code ad-dress}): something must be done with it, or be whose. */
  private boolean matters(Collection<String> words) {
    boolean risky =
        words.stream()
            .anyMatch(w -> w.length() >= SHORTEST_RISK && (has(w, Sense.RISKY) || parts(w)));
    boolean used = words.stream().anyMatch(w -> w.length() >= SHORTEST_USE && has(w, USES));
    return risky && used;
  }

  /** A verb that becomes risky with a particle, such as {@code take … off}. */
  private boolean parts(String word) {
    PhraseTree phrases = lexicon.phrases().after(word);
    return phrases != null && phrases.hasGap();
  }

  private boolean has(String word, long senses) {
    return (lexicon.senses(word) & senses) != 0;
  }
}
