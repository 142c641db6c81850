package eu.gardefou.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Wants to wake every millisecond and does nothing. How late it is shows what the machine and the
 * JVM withhold from everybody.
 */
final class Pulse implements Runnable {
  private static final long WANTED = 1_000_000;

  private static final long LATE = 10_000_000;
  private static final int MOST_KEPT = 10_000;

  private final List<Times.Slow> late = new ArrayList<>();
  private volatile boolean stopped;
  private volatile long latest;

  @Override
  public void run() {
    while (!stopped) {
      long before = System.nanoTime();
      LockSupport.parkNanos(WANTED);
      long by = System.nanoTime() - before - WANTED;
      latest = Math.max(latest, by);
      if (by > LATE && late.size() < MOST_KEPT) {
        late.add(new Times.Slow(before, by, 0));
      }
    }
  }

  void stop() {
    stopped = true;
  }

  /** The most, in nanoseconds. */
  long latest() {
    return latest;
  }

  /** The most while something else went on, in nanoseconds. For when it has ended. */
  long latestDuring(Times.Slow other) {
    return late.stream()
        .filter(each -> each.at() < other.end() && other.at() < each.end())
        .mapToLong(Times.Slow::nanoseconds)
        .max()
        .orElse(0);
  }
}
