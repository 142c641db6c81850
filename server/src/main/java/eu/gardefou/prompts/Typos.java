package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the risky word that a misspelling stands for: at most one letter added, left out, changed
 * or swapped with its neighbour, the first letter kept. By the symmetric-delete method (W. Garbe,
 * SymSpell): a word and its misspelling meet when each loses one letter.
 */
final class Typos {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 24;

  private final List<String> words = new ArrayList<>();
  private final Map<Long, int[]> byRest = new HashMap<>();

  Typos(Collection<String> risky) {
    for (String word : risky) {
      if (word.length() >= SHORTEST && word.length() <= LONGEST) {
        index(word);
      }
    }
  }

  private void index(String word) {
    int number = words.size();
    words.add(word);
    var hash = new WordHash(word);
    put(hash.of(0, word.length()), number);
    for (int i = 1; i < word.length(); i++) {
      put(hash.without(i), number);
    }
  }

  private void put(long rest, int number) {
    byRest.merge(
        rest,
        new int[] {number},
        (old, added) -> {
          int[] both = Arrays.copyOf(old, old.length + 1);
          both[old.length] = added[0];
          return both;
        });
  }

  /** The risky word that this one may have been meant to be, or null. */
  @Nullable String meant(String word) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return null;
    }
    var hash = new WordHash(word);
    String meant = among(hash.of(0, word.length()), word);
    for (int i = 1; i < word.length() && meant == null; i++) {
      meant = among(hash.without(i), word);
    }
    return meant;
  }

  private @Nullable String among(long rest, String word) {
    for (int number : byRest.getOrDefault(rest, new int[0])) {
      if (isNear(word, words.get(number))) {
        return words.get(number);
      }
    }
    return null;
  }

  /** Whether one edit makes the words equal; of five letters, none may be changed for another. */
  private static boolean isNear(String typed, String meant) {
    if (typed.equals(meant)) {
      return true;
    }
    int same = 0;
    int shorter = Math.min(typed.length(), meant.length());
    while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
      same++;
    }
    if (same == 0) {
      return false;
    }
    String typedRest = typed.substring(same);
    String meantRest = meant.substring(same);
    if (typed.length() != meant.length()) {
      return typed.length() > meant.length()
          ? typedRest.substring(1).equals(meantRest)
          : meantRest.substring(1).equals(typedRest);
    }
    return isSwap(typedRest, meantRest)
        || (meant.length() > SHORTEST && typedRest.substring(1).equals(meantRest.substring(1)));
  }

  private static boolean isSwap(String typed, String meant) {
    return typed.length() >= 2
        && typed.charAt(0) == meant.charAt(1)
        && typed.charAt(1) == meant.charAt(0)
        && typed.substring(2).equals(meant.substring(2));
  }
}
