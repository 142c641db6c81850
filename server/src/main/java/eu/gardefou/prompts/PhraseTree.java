package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases as paths of lemmas. A phrase may have one gap: {@code take … off}. A word may be a form
 * of several lemmas, so a text is in several places of the tree at once.
 */
final class PhraseTree {
  private static final List<Entry> NOTHING = List.of();

  private final Map<Integer, PhraseTree> next = new HashMap<>(2);
  private @Nullable PhraseTree afterGap;
  private @Nullable PhraseTree afterGapAlone;
  private List<Entry> whole = NOTHING;
  private boolean gapOfVerb;

  void add(List<Integer> lemmas, Entry entry) {
    PhraseTree end = walk(lemmas);
    end.whole = with(end.whole, entry);
  }

  /**
   * Adds a phrase whose end comes later.
   *
   * @param alone whether no noun may follow it
   */
  void addWithGap(List<Integer> lemmas, List<Integer> ending, boolean alone, Entry entry) {
    PhraseTree end = walk(lemmas);
    end.gapOfVerb |= (entry.senses() & Sense.VERBS) != 0;
    PhraseTree closing = alone ? end.afterGapAlone : end.afterGap;
    if (closing == null) {
      closing = new PhraseTree();
    }
    closing.add(ending, entry);
    if (alone) {
      end.afterGapAlone = closing;
    } else {
      end.afterGap = closing;
    }
  }

  private PhraseTree walk(List<Integer> lemmas) {
    PhraseTree node = this;
    for (Integer lemma : lemmas) {
      node = node.next.computeIfAbsent(lemma, _ -> new PhraseTree());
    }
    return node;
  }

  /** Where the phrases go on with a word that is a form of any of these. */
  List<PhraseTree> after(int[] lemmas) {
    List<PhraseTree> nodes = new ArrayList<>(lemmas.length);
    for (int lemma : lemmas) {
      PhraseTree node = next.get(lemma);
      if (node != null) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** Phrases that end here; empty when none does. */
  List<Entry> whole() {
    return whole;
  }

  boolean hasGap() {
    return afterGap != null || afterGapAlone != null;
  }

  /** Whether another verb ends the gap. */
  boolean endsAtVerb() {
    return gapOfVerb;
  }

  /** The ends that close a gap which begins here; null when there are none. */
  @Nullable PhraseTree afterGap() {
    return afterGap;
  }

  /** Those that close it only where no noun follows. */
  @Nullable PhraseTree afterGapAlone() {
    return afterGapAlone;
  }

  private static List<Entry> with(List<Entry> entries, Entry entry) {
    List<Entry> all = new ArrayList<>(entries);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).language().equals(entry.language())) {
        all.set(i, all.get(i).and(entry.senses()));
        return List.copyOf(all);
      }
    }
    all.add(entry);
    return List.copyOf(all);
  }
}
