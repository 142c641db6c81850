package eu.gardefou.reading;

/** Tells work in progress when to end. Asked between two steps, so tens of milliseconds. */
final class Deadline {
  private final long end;
  private volatile boolean over;

  /**
   * Creates one.
   *
   * @param end by {@link System#nanoTime()}
   */
  Deadline(long end) {
    this.end = end;
  }

  void now() {
    over = true;
  }

  long nanosLeft() {
    return over ? 0 : Math.max(0, end - System.nanoTime());
  }

  /**
   * Goes on while there is time.
   *
   * @throws Passed when there is none
   */
  void check() {
    if (nanosLeft() == 0) {
      throw new Passed();
    }
  }

  /** Work was ended before it was done. */
  static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Passed() {
      super("the time is over", null, false, false);
    }
  }
}
