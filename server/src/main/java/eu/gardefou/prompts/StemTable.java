package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Values by inflected word. A word is found as a stem and one of its endings, so that no form is
 * ever written out: a language of fifteen cases costs no more than one of two.
 */
final class StemTable<T> {
  private final LongTable<List<Slot<T>>> byStem = new LongTable<>();
  private final LongTable<Boolean> anyEnding = new LongTable<>();
  private final HashSieve beginnings = new HashSieve();
  private final Set<Endings> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Slot<T>> all = new ArrayList<>();
  private int longestEnding;
  private int longestStem;

  /** A stem and what it stands for. */
  record Slot<T>(Stem stem, T value) {}

  /** Takes each stem that makes up a word with one of its endings. */
  interface Taker<T> {
    void take(Slot<T> slot, List<Endings.Ending> endings);
  }

  void add(Stem stem, T value) {
    var slot = new Slot<>(stem, value);
    var letters = new WordHash(stem.folded());
    int length = stem.folded().length();
    long hash = letters.of(0, length);
    List<Slot<T>> alike = byStem.get(hash);
    if (alike == null) {
      alike = new ArrayList<>(1);
      byStem.put(hash, alike);
    }
    alike.add(slot);
    for (int end = 1; end <= length; end++) {
      beginnings.add(letters.of(0, end));
    }
    all.add(slot);
    if (known.add(stem.endings())) {
      stem.endings().hashes().forEach(ending -> anyEnding.put(ending, true));
    }
    longestEnding = Math.max(longestEnding, stem.endings().longest());
    longestStem = Math.max(longestStem, length);
  }

  List<Slot<T>> all() {
    return all;
  }

  /** Gives every way to read the letters from start to end as one word. */
  void find(WordHash letters, int start, int end, Taker<T> taker) {
    find(letters, start, end, reach(letters, start, end), taker);
  }

  /**
   * The same.
   *
   * @param reach up to where the letters may be a stem or the beginning of one
   */
  void find(WordHash letters, int start, int end, int reach, Taker<T> taker) {
    int shortest = Math.max(start + 1, end - longestEnding);
    for (int cut = Math.min(end, reach); cut >= shortest; cut--) {
      long ending = letters.of(cut, end);
      List<Slot<T>> slots = anyEnding.contains(ending) ? byStem.get(letters.of(start, cut)) : null;
      if (slots != null) {
        give(slots, ending, taker);
      }
    }
  }

  /** Up to where the letters from the start may be a stem or the beginning of one. */
  int reach(WordHash letters, int start, int end) {
    int most = Math.min(end, start + longestStem);
    int reach = start;
    while (reach < most && beginnings.mayHave(letters.of(start, reach + 1))) {
      reach++;
    }
    return reach;
  }

  private static <T> void give(List<Slot<T>> slots, long ending, Taker<T> taker) {
    for (Slot<T> slot : slots) {
      List<Endings.Ending> endings = slot.stem().endings().find(ending);
      if (!endings.isEmpty()) {
        taker.take(slot, endings);
      }
    }
  }
}
