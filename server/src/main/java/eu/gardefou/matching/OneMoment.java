package eu.gardefou.matching;

import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * Something that is changed in place, and that everybody sees as it is at one moment: before a
 * change or after it, and never in the middle. Readers never wait for each other, and for a change
 * only while it is made in memory. Safe for many threads.
 */
final class OneMoment {
  private final StampedLock lock = new StampedLock();

  /**
   * What is read at one moment.
   *
   * @param reading without any effect: it is done again when a change came in between
   */
  <T> T read(Supplier<T> reading) {
    long stamp = lock.tryOptimisticRead();
    if (stamp != 0) {
      T seen = reading.get();
      if (lock.validate(stamp)) {
        return seen;
      }
    }
    long waited = lock.readLock();
    try {
      return reading.get();
    } finally {
      lock.unlockRead(waited);
    }
  }

  /** Makes one change, all of it or with an exception. */
  void change(Runnable change) {
    long stamp = lock.writeLock();
    try {
      change.run();
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
