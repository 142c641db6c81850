package eu.gardefou.cli;

/** Something that the person at the terminal can mend. The message is one plain sentence. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Problem(String sentence) {
    super(sentence);
  }
}
