package eu.gardefou.vision;

/** A model cannot be loaded any more, because the process is going down. Nobody's fault. */
final class ProcessEnding extends Exception {
  private static final long serialVersionUID = 1L;

  ProcessEnding(Throwable cause) {
    super("the process is going down", cause);
  }

  /** Whether the process is going down: then nothing can be put on the list of what to close. */
  static boolean hasBegun() {
    Thread nothing = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(nothing);
      Runtime.getRuntime().removeShutdownHook(nothing);
      return false;
    } catch (IllegalStateException goingDown) {
      return true;
    }
  }
}
