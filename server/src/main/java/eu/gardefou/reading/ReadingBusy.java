package eu.gardefou.reading;

/** All capacity for reading is taken; nothing was read. */
public final class ReadingBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadingBusy() {
    super("no capacity for reading is free");
  }
}
