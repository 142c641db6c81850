package eu.gardefou.exchanges.files;

/** A file that is not as it has to be. Nothing of it is used. */
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * Creates one.
   *
   * @param line from 1; 0 when it is about the whole file
   */
  Malformed(long line, String sentence) {
    super(sentence);
    this.line = line;
  }

  long line() {
    return line;
  }
}
