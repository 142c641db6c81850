package eu.gardefou.wire;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory the bodies of all requests may take together. A full room turns requests away
 * rather than letting the program run out of memory. Safe for many threads.
 */
public final class BodyRoom {
  /** A body is held as sent, as text or parts, and decoded: so each byte counts several times. */
  private static final int COPIES = 4;

  private final AtomicLong free;
  private final long largest;

  /**
   * Makes a room.
   *
   * @param bytes of memory for all bodies together
   */
  public BodyRoom(long bytes) {
    this.free = new AtomicLong(bytes);
    this.largest = bytes / COPIES;
  }

  /** The longest body that fits when the room is empty; a longer one would wait for ever. */
  long largest() {
    return largest;
  }

  /** Nothing yet, and room for more on request. */
  public Share share() {
    return new Share();
  }

  /** What one request has taken. Closing it gives everything back. */
  public final class Share implements AutoCloseable {
    private long taken;

    private Share() {}

    /**
     * Takes room for so many more bytes of a body.
     *
     * @throws BadRequest when there is none; what was taken before stays taken
     */
    public void take(long bytes) {
      long wanted = bytes * COPIES;
      if (free.addAndGet(-wanted) < 0) {
        free.addAndGet(wanted);
        throw BadRequest.busy();
      }
      taken += wanted;
    }

    @Override
    public void close() {
      free.addAndGet(taken);
      taken = 0;
    }
  }
}
