package eu.gardefou.media;

/**
 * One still picture in a file, and where it goes on the canvas.
 *
 * @param blended painted over what is there; otherwise it replaces it
 * @param after what becomes of its place before the next part is painted
 * @param still how to decode it
 */
record Part(int x, int y, int width, int height, boolean blended, After after, Still still) {
  /** What becomes of a part's place. */
  enum After {
    KEEP,
    CLEAR,
    RESTORE
  }

  /** A decoder bound to its bytes. */
  @FunctionalInterface
  interface Still {
    /** Decodes; may throw whatever decoders throw. */
    Pixels decode(Guard guard) throws Exception;
  }

  /** A part that is the whole canvas. */
  static Part whole(int width, int height, Still still) {
    return new Part(0, 0, width, height, false, After.KEEP, still);
  }

  long area() {
    return (long) width * height;
  }
}
