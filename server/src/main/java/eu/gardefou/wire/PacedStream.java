package eu.gardefou.wire;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A body as it arrives, for as long as it keeps its pace. It asks whether there is something to
 * read and does not read before: a container's own timeout starts anew with each byte, and when it
 * is over the container has already written an answer of its own.
 */
final class PacedStream {
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private final ServletInputStream in;
  private final Pace pace;
  private final long start = System.nanoTime();
  private long arrived;

  PacedStream(ServletInputStream in, Pace pace) {
    this.in = in;
    this.pace = pace;
  }

  /**
   * Waits until there is something to read, be it the end.
   *
   * @throws BadRequest when the body is too slow
   */
  void await() throws IOException {
    long pause = SHORTEST_PAUSE;
    while (true) {
      if (System.nanoTime() - start > pace.nanos(arrived)) {
        throw BadRequest.tooSlow();
      }
      if (in.available() > 0 || in.isFinished()) {
        return;
      }
      rest(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  /** Reads what is there, at least a byte; below zero is the end. */
  int read(byte[] into, int at) throws IOException {
    await();
    int count = in.read(into, at, into.length - at);
    arrived += Math.max(0, count);
    return count;
  }

  private static void rest(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw BadRequest.busy();
    }
  }
}
