package eu.gardefou.prompts;

/**
 * One meaning of a word or phrase in one language.
 *
 * @param language ISO 639-1 code, or {@code any}
 * @param senses set of {@link Sense}, one bit each; 0 for an ordinary word
 * @param number value of a number word, or -1
 */
record Entry(String language, long senses, int number) {
  /** Language of words that belong to all. */
  static final String ANY = "any";

  static Entry of(String language, long senses) {
    return new Entry(language, senses, -1);
  }

  boolean belongsToAll() {
    return language.equals(ANY);
  }

  /** This meaning with more senses. */
  Entry and(long more) {
    return new Entry(language, senses | more, number);
  }
}
