package eu.gardefou.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a request holds until it is over. Closing gives everything back, the last first; what comes
 * later is given back at once. Safe for many threads.
 */
public final class Belongings implements AutoCloseable {
  private final Deque<Runnable> waysBack = new ArrayDeque<>();
  private boolean closed;

  /** Adds something by the way to give it back. */
  public void add(Runnable giveBack) {
    if (!isKept(giveBack)) {
      giveBack.run();
    }
  }

  private synchronized boolean isKept(Runnable giveBack) {
    if (!closed) {
      waysBack.push(giveBack);
    }
    return !closed;
  }

  @Override
  public void close() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    closed = true;
    return waysBack.poll();
  }
}
