package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the risky word that a misspelling stands for: at most one letter added, left out, changed
 * or swapped with its neighbour, the first letter kept. By the symmetric-delete method (W. Garbe,
 * SymSpell): a word and its misspelling meet when each loses one letter. The edit is looked for in
 * the stem; the ending must be one that it takes.
 */
final class Typos {
  private static final int SHORTEST = 5;
  private static final int SHORTEST_STEM = 4;
  private static final int LONGEST = 24;

  private final LongTable<List<StemTable.Slot<Entry>>> byRest = new LongTable<>();
  private int longestEnding;

  Typos(Collection<StemTable.Slot<Entry>> risky) {
    risky.forEach(this::index);
  }

  private void index(StemTable.Slot<Entry> slot) {
    String stem = slot.stem().folded();
    if (stem.length() >= SHORTEST_STEM && stem.length() <= LONGEST) {
      longestEnding = Math.max(longestEnding, slot.stem().endings().longest());
      var hash = new WordHash(stem);
      put(hash.of(0, stem.length()), slot);
      for (int i = 1; i < stem.length(); i++) {
        put(hash.without(i, stem.length()), slot);
      }
    }
  }

  private void put(long rest, StemTable.Slot<Entry> slot) {
    List<StemTable.Slot<Entry>> slots = byRest.get(rest);
    if (slots == null) {
      slots = new ArrayList<>(1);
      byRest.put(rest, slots);
    }
    slots.add(slot);
  }

  /**
   * The risky word that this one may have been meant to be, or null.
   *
   * @param language whose words are preferred
   */
  @Nullable String meant(String word, String language) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return null;
    }
    var hash = new WordHash(word);
    String other = null;
    for (int cut = word.length();
        cut >= Math.max(SHORTEST_STEM - 1, word.length() - longestEnding);
        cut--) {
      for (int without = 0; without < cut; without++) {
        long rest = without == 0 ? hash.of(0, cut) : hash.without(without, cut);
        for (StemTable.Slot<Entry> slot : byRest.getOrDefault(rest, List.of())) {
          String ending = word.substring(cut);
          if (slot.stem().endings().has(ending) && isNear(word, slot.stem().folded() + ending)) {
            if (slot.value().language().equals(language)) {
              return slot.stem().folded() + ending;
            }
            other = other == null ? slot.stem().folded() + ending : other;
          }
        }
      }
    }
    return other;
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
