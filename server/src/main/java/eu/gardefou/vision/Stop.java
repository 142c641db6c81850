package eu.gardefou.vision;

/**
 * Tells work in progress when to end. Asked between two runs of a model, so tens of milliseconds.
 */
final class Stop {
  private final long deadline;
  private volatile boolean stopped;

  /**
   * Creates one.
   *
   * @param deadline by {@link System#nanoTime()}
   */
  Stop(long deadline) {
    this.deadline = deadline;
  }

  void now() {
    stopped = true;
  }

  long nanosLeft() {
    return deadline - System.nanoTime();
  }

  /**
   * Goes on while there is time.
   *
   * @throws Stopped when there is none
   */
  void check() {
    if (stopped || nanosLeft() <= 0) {
      throw new Stopped();
    }
  }

  /** Work was ended before it was done. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }
}
