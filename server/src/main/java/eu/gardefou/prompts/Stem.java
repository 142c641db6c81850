package eu.gardefou.prompts;

/**
 * A word without its ending.
 *
 * @param written in lower case with its diacritics
 * @param folded as look-ups are keyed
 * @param senses what it has beside the senses of its word
 */
record Stem(String written, String folded, Endings endings, long senses) {
  /** This stem with those of its endings that have of these senses no others than the wanted. */
  Stem only(long wanted, long of) {
    return new Stem(written, folded, endings.only(wanted, of), senses);
  }

  static Stem of(String written, Endings endings, long senses) {
    return new Stem(written, Folding.fold(written), endings, senses);
  }
}
