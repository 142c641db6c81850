package eu.gardefou.fetch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of one fetch, however many bytes still trickle: whatever is under way then is closed
 * under its hands. Safe for many threads.
 */
final class Deadline implements AutoCloseable {
  private final long end;
  private final Future<?> alarm;
  private @Nullable Runnable underWay;
  private boolean passed;

  Deadline(ScheduledExecutorService timer, Duration time) {
    this.end = System.nanoTime() + time.toNanos();
    this.alarm = timer.schedule(this::ring, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What is left, at least a millisecond. */
  Duration left() {
    return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
  }

  /** From now on this is what is closed; at once when the time is over. */
  void closes(Runnable close) {
    boolean late;
    synchronized (this) {
      underWay = close;
      late = passed;
    }
    if (late) {
      close.run();
    }
  }

  /** By the clock, too: on a busy machine a socket's own time-out may come before the alarm. */
  synchronized boolean passed() {
    return passed || System.nanoTime() - end >= 0;
  }

  private void ring() {
    Runnable close;
    synchronized (this) {
      passed = true;
      close = underWay;
    }
    if (close != null) {
      // Closing may wait for a lock or a peer, and others have deadlines too.
      Thread.ofVirtual().start(close);
    }
  }

  @Override
  public void close() {
    alarm.cancel(false);
  }
}
