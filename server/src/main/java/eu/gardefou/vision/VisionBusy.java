package eu.gardefou.vision;

/** All capacity is taken and the picture was not looked at: try again a little later. */
public final class VisionBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  VisionBusy() {
    super("vision is at capacity");
  }
}
