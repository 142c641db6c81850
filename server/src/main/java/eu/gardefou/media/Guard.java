package eu.gardefou.media;

import java.time.Duration;

/**
 * Ends one decoding that takes too long. Our own loops ask {@link #check}, and so do the stream
 * that feeds a decoder and the listener that it reports its progress to. (Decoders of the JDK
 * refuse to be told to abort by another thread.)
 */
final class Guard {
  /** Thrown inside a decoder; unchecked, because decoders swallow input errors. */
  static final class Expired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Expired() {
      super("the time for decoding is over", null, false, false);
    }
  }

  private final long end;
  private volatile boolean expired;

  /** The time starts to run now. */
  Guard(Duration time) {
    this.end = System.nanoTime() + time.toNanos();
  }

  /** Ends the decoding at the next opportunity. */
  void expire() {
    expired = true;
  }

  /** Throws {@link Expired} once the time is over. */
  void check() {
    if (expired || System.nanoTime() - end >= 0) {
      expired = true;
      throw new Expired();
    }
  }
}
