package eu.gardefou.vision;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a fixed number in, a fixed number wait a fixed time, and turns everybody else away. */
final class Seats {
  private final VisionLimits limits;
  private final Semaphore free;
  private final AtomicInteger waiting = new AtomicInteger();

  Seats(VisionLimits limits) {
    this.limits = limits;
    free = new Semaphore(limits.concurrent(), true);
  }

  /**
   * Takes a seat.
   *
   * @throws VisionBusy when there is none in time, or too many wait already
   */
  void take() {
    if (free.tryAcquire()) {
      return;
    }
    try {
      if (waiting.incrementAndGet() > limits.waiting() || !waitForOne()) {
        throw new VisionBusy();
      }
    } finally {
      waiting.decrementAndGet();
    }
  }

  private boolean waitForOne() {
    try {
      return free.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void leave() {
    free.release();
  }
}
