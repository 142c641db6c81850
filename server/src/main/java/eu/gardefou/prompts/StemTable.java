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
    long hash = WordHash.of(stem.folded());
    List<Slot<T>> alike = byStem.get(hash);
    if (alike == null) {
      alike = new ArrayList<>(1);
      byStem.put(hash, alike);
    }
    alike.add(slot);
    all.add(slot);
    if (known.add(stem.endings())) {
      stem.endings().all().forEach(ending -> anyEnding.put(WordHash.of(ending.folded()), true));
    }
    longestEnding = Math.max(longestEnding, stem.endings().longest());
    longestStem = Math.max(longestStem, stem.folded().length());
  }

  List<Slot<T>> all() {
    return all;
  }

  /** Gives every way to read the letters from start to end as one word. */
  void find(WordHash letters, int start, int end, Taker<T> taker) {
    int shortest = Math.max(start + 1, end - longestEnding);
    for (int cut = Math.min(end, start + longestStem); cut >= shortest; cut--) {
      long ending = letters.of(cut, end);
      List<Slot<T>> slots = anyEnding.contains(ending) ? byStem.get(letters.of(start, cut)) : null;
      if (slots != null) {
        give(slots, ending, taker);
      }
    }
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
