package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a text with all that they may be.
 *
 * @param active the languages that are in use
 * @param likeliest the language that is likelier by far than any other; {@code any} without one
 */
record Wording(
    List<Token> tokens,
    List<List<Entry>> found,
    List<int[]> lemmas,
    Set<String> active,
    String likeliest) {
  private static final long ARTICLE = Sense.of(Sense.DETERMINER, Sense.POSSESSIVE);

  Wording(List<Token> tokens, List<List<Entry>> found, List<int[]> lemmas, Evidence evidence) {
    this(tokens, found, lemmas, evidence.active(), evidence.likeliest());
  }

  Wording part(int start, int end, Evidence evidence) {
    return new Wording(
        tokens.subList(start, end),
        found.subList(start, end),
        lemmas.subList(start, end),
        evidence);
  }

  int size() {
    return tokens.size();
  }

  /** Whether none of the words from start to end is of an active language. */
  boolean isForeign(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!active(found.get(i)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Those of active languages. */
  List<Entry> active(List<Entry> entries) {
    List<Entry> fitting = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (active.contains(entry.language())) {
        fitting.add(entry);
      }
    }
    return fitting;
  }

  boolean beginsNoun(int index) {
    return index < size()
        && tokens.get(index).before() == Gap.NONE
        && found.get(index).stream().anyMatch(e -> (e.senses() & ARTICLE) != 0);
  }
}
