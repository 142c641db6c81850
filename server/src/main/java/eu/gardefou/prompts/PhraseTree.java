package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All phrases of all languages in one tree of words. A phrase may have one gap before its last
 * word: {@code take … off}.
 */
final class PhraseTree {
  private static final Entry[] NOTHING = {};

  private final Map<String, PhraseTree> next = new HashMap<>();
  private final Map<String, Entry[]> afterGap = new HashMap<>();
  private Entry[] whole = NOTHING;
  private boolean gapOfVerb;

  void add(List<List<String>> words, Entry entry) {
    if (words.isEmpty()) {
      whole = with(whole, entry);
      return;
    }
    for (String form : words.getFirst()) {
      next.computeIfAbsent(form, _ -> new PhraseTree()).add(words.subList(1, words.size()), entry);
    }
  }

  void addWithGap(List<List<String>> words, List<String> particles, Entry entry) {
    if (words.isEmpty()) {
      gapOfVerb |= (entry.senses() & Sense.VERBS) != 0;
      particles.forEach(p -> afterGap.put(p, with(afterGap.getOrDefault(p, NOTHING), entry)));
      return;
    }
    for (String form : words.getFirst()) {
      next.computeIfAbsent(form, _ -> new PhraseTree())
          .addWithGap(words.subList(1, words.size()), particles, entry);
    }
  }

  @Nullable PhraseTree after(String word) {
    return next.get(word);
  }

  /** Phrases that end here; empty when none does. */
  Entry[] whole() {
    return whole;
  }

  boolean hasGap() {
    return !afterGap.isEmpty();
  }

  /** Whether another verb ends the gap. */
  boolean endsAtVerb() {
    return gapOfVerb;
  }

  /** Phrases whose gap begins here and whose last word is this one. */
  Entry[] closedBy(String particle) {
    return afterGap.getOrDefault(particle, NOTHING);
  }

  private static Entry[] with(Entry[] entries, Entry entry) {
    List<Entry> all = new ArrayList<>(List.of(entries));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).language().equals(entry.language())) {
        all.set(i, all.get(i).and(entry.senses()));
        return all.toArray(NOTHING);
      }
    }
    all.add(entry);
    return all.toArray(NOTHING);
  }
}
