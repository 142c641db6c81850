package eu.gardefou.prompts;

/** What stands between a word and the one before it. */
enum Gap {
  /** A space or nothing that parts. */
  NONE,
  /** A comma, a bracket, a line end: may part a list or a clause. */
  COMMA,
  /** The end of a sentence. */
  STOP;

  Gap or(Gap other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
