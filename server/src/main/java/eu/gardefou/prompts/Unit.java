package eu.gardefou.prompts;

import java.util.List;

/**
 * A word, or a phrase that means one thing, with what it may mean here.
 *
 * @param token the word, or the first word of the phrase
 * @param entries its meanings in the languages of this text
 * @param senses the senses of all of them
 * @param number its value when it is a number, or -1
 */
record Unit(Token token, List<Entry> entries, long senses, int number) {
  boolean has(long set) {
    return (senses & set) != 0;
  }

  /** The language in which it has one of these senses. */
  String languageOf(long set) {
    for (Entry entry : entries) {
      if ((entry.senses() & set) != 0) {
        return entry.language();
      }
    }
    return entries.isEmpty() ? Entry.ANY : entries.getFirst().language();
  }

  /** This unit after such a gap at least. */
  Unit parted(Gap gap) {
    return new Unit(token.parted(token.before().or(gap)), entries, senses, number);
  }

  Unit with(long senses) {
    return new Unit(token, entries, senses, number);
  }
}
