package eu.gardefou.prompts;

/**
 * One meaning of a word or phrase in one language.
 *
 * @param language ISO 639-1 code, or {@code any}
 * @param written in lower case with its diacritics; empty for a phrase
 * @param senses set of {@link Sense}, one bit each; 0 for an ordinary word
 * @param number value of a number word, or -1
 */
record Entry(String language, String written, long senses, int number) {
  /** Language of words that belong to all. */
  static final String ANY = "any";

  static Entry of(String language, long senses) {
    return new Entry(language, "", senses, -1);
  }

  boolean belongsToAll() {
    return language.equals(ANY);
  }

  /** This meaning with more senses. */
  Entry and(long more) {
    return new Entry(language, written, senses | more, number);
  }

  /** This meaning for one way to write it. */
  Entry written(String form) {
    return new Entry(language, form, senses, number);
  }

  /** Whether this is the way to write it. */
  boolean isWritten(String letters) {
    return written.equals(letters);
  }

  /** The same word in the same language. */
  boolean isSameWord(Entry other) {
    return language.equals(other.language) && written.equals(other.written);
  }

  Entry merge(Entry other) {
    return new Entry(language, written, senses | other.senses, Math.max(number, other.number));
  }
}
