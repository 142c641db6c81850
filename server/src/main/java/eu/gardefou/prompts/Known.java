package eu.gardefou.prompts;

import java.util.List;

/**
 * What the files say of one word.
 *
 * @param entries its meanings; empty when no language has it
 * @param languages those that have it, one bit each in the order of {@link Lexicon#codes}; what
 *     belongs to all is of every language
 * @param files those whose files have it, in the same order
 * @param senses all that it has in any of them
 */
record Known(List<Entry> entries, long languages, long files, long senses) {
  static final Known NOTHING = new Known(List.of(), 0, 0, 0);

  boolean isWord() {
    return !entries.isEmpty();
  }
}
