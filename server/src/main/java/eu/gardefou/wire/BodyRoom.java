package eu.gardefou.wire;

import java.util.HashMap;
import java.util.Map;

/**
 * How much memory what comes over the wire may take, all of it together, and each holder at most
 * half of it. A full room turns away rather than letting the program run out of memory. Safe for
 * many threads.
 */
public final class BodyRoom {
  /** A body is held as sent, as text or parts, and decoded: so each byte counts several times. */
  private static final int COPIES = 4;

  private final Map<String, Long> held = new HashMap<>();
  private final long most;
  private long free;

  /**
   * Makes a room.
   *
   * @param bytes of memory for everything together
   */
  public BodyRoom(long bytes) {
    this.free = bytes;
    this.most = bytes / 2;
  }

  /** The longest body that fits when the room is empty; a longer one would wait for ever. */
  public long largest() {
    return most / COPIES;
  }

  /** Bytes of memory that nobody has taken. */
  public synchronized long free() {
    return free;
  }

  /**
   * Nothing yet, and room for more on request.
   *
   * @param holder whose it is, such as a caller's pseudonym
   */
  public Share share(String holder) {
    return new Share(holder);
  }

  private synchronized void take(String holder, long bytes) {
    long his = held.getOrDefault(holder, 0L) + bytes;
    if (bytes > free || his > most) {
      throw BadRequest.busy();
    }
    free -= bytes;
    held.put(holder, his);
  }

  private synchronized void giveBack(String holder, long bytes) {
    free += bytes;
    held.computeIfPresent(holder, (_, his) -> his == bytes ? null : his - bytes);
  }

  /** What one request has taken. Closing it gives everything back. Safe for many threads. */
  public final class Share implements AutoCloseable {
    private final String holder;
    private long taken;
    private boolean closed;

    private Share(String holder) {
      this.holder = holder;
    }

    /**
     * Takes room for so many more bytes of a body.
     *
     * @throws BadRequest when there is none, or this is closed; what was taken before stays taken
     */
    public synchronized void take(long bytes) {
      if (closed) {
        throw BadRequest.busy();
      }
      BodyRoom.this.take(holder, bytes * COPIES);
      taken += bytes * COPIES;
    }

    @Override
    public synchronized void close() {
      closed = true;
      giveBack(holder, taken);
      taken = 0;
    }
  }
}
