package eu.gardefou.wire;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A body as it arrives, for as long as it keeps its pace. What is not here yet is waited for on
 * another thread: a container's own timeout starts anew with each byte, and answers by itself.
 */
final class PacedStream {
  private final ServletInputStream in;
  private final Pace pace;
  private final Consumer<Runnable> beforeTheEnd;
  private final long start = System.nanoTime();
  private long arrived;

  /**
   * Begins now.
   *
   * @param beforeTheEnd runs what must be over before the request is
   */
  PacedStream(ServletInputStream in, Pace pace, Consumer<Runnable> beforeTheEnd) {
    this.in = in;
    this.pace = pace;
    this.beforeTheEnd = beforeTheEnd;
  }

  /**
   * Reads what is there, at least a byte; below zero is the end.
   *
   * @throws BadRequest when the body is too slow
   */
  int read(byte[] into, int at) throws IOException {
    long left = pace.nanos(arrived) - (System.nanoTime() - start);
    if (left <= 0) {
      throw BadRequest.tooSlow();
    }
    int count =
        in.available() > 0 || in.isFinished()
            ? in.read(into, at, into.length - at)
            : readWithin(left, into, at);
    arrived += Math.max(0, count);
    return count;
  }

  private int readWithin(long nanos, byte[] into, int at) throws IOException {
    var reading = new FutureTask<>(() -> in.read(into, at, into.length - at));
    Thread reader = Thread.ofVirtual().start(reading);
    try {
      return reading.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      // A container uses its streams anew for the next request: nobody may still be reading then.
      // The wait ends with the next byte, the connection, or the container's own timeout.
      beforeTheEnd.accept(() -> join(reader));
      throw BadRequest.tooSlow();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      beforeTheEnd.accept(() -> join(reader));
      throw BadRequest.busy();
    } catch (ExecutionException failure) {
      throw new IOException(failure.getCause());
    }
  }

  private static void join(Thread reader) {
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
