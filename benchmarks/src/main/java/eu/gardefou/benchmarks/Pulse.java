package eu.gardefou.benchmarks;

import java.util.concurrent.locks.LockSupport;

/** Wants to wake every millisecond. How late it is shows what the machine and the JVM withhold. */
final class Pulse implements Runnable {
  private static final long WANTED = 1_000_000;

  private volatile boolean stopped;
  private volatile long latest;

  @Override
  public void run() {
    while (!stopped) {
      long before = System.nanoTime();
      LockSupport.parkNanos(WANTED);
      latest = Math.max(latest, System.nanoTime() - before - WANTED);
    }
  }

  void stop() {
    stopped = true;
  }

  /** The most, in nanoseconds. */
  long latest() {
    return latest;
  }
}
