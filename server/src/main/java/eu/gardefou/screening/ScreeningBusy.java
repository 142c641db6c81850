package eu.gardefou.screening;

/** All capacity is taken and nothing was decided: try again a little later. */
public final class ScreeningBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the refusal of work. */
  public ScreeningBusy(Throwable cause) {
    super("screening is at capacity", cause);
  }
}
