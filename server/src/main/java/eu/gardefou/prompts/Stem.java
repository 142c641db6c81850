package eu.gardefou.prompts;

/**
 * A word without its ending.
 *
 * @param written in lower case with its diacritics
 * @param folded as look-ups are keyed
 * @param senses what it has beside the senses of its word
 */
record Stem(String written, String folded, Endings endings, long senses) {
  static Stem of(String written, Endings endings, long senses) {
    return new Stem(written, Folding.fold(written), endings, senses);
  }
}
