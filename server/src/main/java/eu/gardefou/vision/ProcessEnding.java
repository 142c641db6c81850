package eu.gardefou.vision;

/** A model cannot be loaded any more, because the process is going down. Nobody's fault. */
final class ProcessEnding extends Exception {
  private static final long serialVersionUID = 1L;

  ProcessEnding(Throwable cause) {
    super("the process is going down", cause);
  }
}
