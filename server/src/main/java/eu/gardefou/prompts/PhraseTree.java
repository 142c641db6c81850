package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases as paths of lemmas. A phrase may have one gap before its last word: {@code take … off}. A
 * word may be a form of several lemmas, so a text is in several places of the tree at once.
 */
final class PhraseTree {
  private static final List<Entry> NOTHING = List.of();

  private final Map<Integer, PhraseTree> next = new HashMap<>(2);
  private final Map<Integer, List<Entry>> afterGap = new HashMap<>(2);
  private final Map<Integer, List<Entry>> afterGapAlone = new HashMap<>(2);
  private List<Entry> whole = NOTHING;
  private boolean gapOfVerb;

  void add(List<Integer> lemmas, Entry entry) {
    PhraseTree end = walk(lemmas);
    end.whole = with(end.whole, entry);
  }

  /**
   * Adds a phrase whose last word comes later.
   *
   * @param alone whether it must not be followed by a noun
   */
  void addWithGap(List<Integer> lemmas, int particle, boolean alone, Entry entry) {
    PhraseTree end = walk(lemmas);
    end.gapOfVerb |= (entry.senses() & Sense.VERBS) != 0;
    Map<Integer, List<Entry>> closing = alone ? end.afterGapAlone : end.afterGap;
    closing.put(particle, with(closing.getOrDefault(particle, NOTHING), entry));
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
    return !afterGap.isEmpty() || !afterGapAlone.isEmpty();
  }

  /** Whether another verb ends the gap. */
  boolean endsAtVerb() {
    return gapOfVerb;
  }

  /**
   * Phrases whose gap begins here and whose last word is one of these.
   *
   * @param nounFollows whether what comes next begins a noun
   */
  List<Entry> closedBy(int[] particle, boolean nounFollows) {
    List<Entry> closed = new ArrayList<>(1);
    for (int lemma : particle) {
      closed.addAll(afterGap.getOrDefault(lemma, NOTHING));
      if (!nounFollows) {
        closed.addAll(afterGapAlone.getOrDefault(lemma, NOTHING));
      }
    }
    return closed;
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
