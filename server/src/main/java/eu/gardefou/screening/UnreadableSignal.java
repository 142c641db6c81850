package eu.gardefou.screening;

/** A signal on record that this version cannot read back. */
final class UnreadableSignal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one.
   *
   * @param what cannot be read, such as {@code a signal 'x'}
   */
  UnreadableSignal(String what) {
    super(what, null, false, false);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
