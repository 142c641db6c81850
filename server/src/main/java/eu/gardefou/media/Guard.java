package eu.gardefou.media;

import java.time.Duration;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Ends one decoding that takes too long. Our own loops ask {@link #check}, the stream that feeds a
 * decoder asks it at every read, and the decoder at work is told to abort.
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
  private volatile @Nullable ImageReader reader;

  /** The time starts to run now. */
  Guard(Duration time) {
    this.end = System.nanoTime() + time.toNanos();
  }

  /** Ends the decoding at the next opportunity. */
  void expire() {
    expired = true;
    ImageReader current = reader;
    if (current != null) {
      current.abort();
    }
  }

  /** From now on this decoder is the one to abort. */
  void watch(ImageReader current) {
    reader = current;
    check();
  }

  /** Throws {@link Expired} once the time is over. */
  void check() {
    if (expired || System.nanoTime() - end >= 0) {
      expired = true;
      throw new Expired();
    }
  }
}
