package eu.gardefou.media;

import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes of heap that pictures may take, all of them together. A share is reserved before a
 * decoder allocates anything, and given back when the picture is closed or nobody can reach it any
 * more, whichever comes first. Safe for use by several threads.
 */
final class MemoryBudget {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final long NUDGE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final long capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition returned = lock.newCondition();
  private final AtomicLong lastNudge = new AtomicLong(System.nanoTime() - NUDGE_NANOS);
  private long free;

  MemoryBudget(long capacity) {
    this.capacity = capacity;
    this.free = capacity;
  }

  /** Bytes nobody has reserved. */
  long free() {
    lock.lock();
    try {
      return free;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reserves memory.
   *
   * @throws UnreadablePicture when it is more than there is altogether
   * @throws MediaBusy when it did not come free in time
   */
  Share reserve(long bytes, Duration patience) {
    if (bytes > capacity) {
      throw Refusal.tooMuchMemory();
    }
    long end = System.nanoTime() + patience.toNanos();
    lock.lock();
    try {
      while (free < bytes) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new MediaBusy("Too many pictures are being looked at; try again in a moment.");
        }
        if (returned.awaitNanos(Math.min(left, SLICE_NANOS)) <= 0) {
          nudge();
        }
      }
      free -= bytes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MediaBusy("Waiting for a turn to decode the picture was interrupted.");
    } finally {
      lock.unlock();
    }
    return new Share(this, bytes);
  }

  private void giveBack(long bytes) {
    lock.lock();
    try {
      free += bytes;
      returned.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Pictures that were dropped without being closed come back only when the collector runs. When
   * their memory is needed it is asked to, seldom, as the JDK does for direct buffers.
   */
  private void nudge() {
    long now = System.nanoTime();
    long last = lastNudge.get();
    if (now - last >= NUDGE_NANOS && lastNudge.compareAndSet(last, now)) {
      System.gc();
    }
  }

  /** A reserved amount. It is in use by its owner, until closed, and by whoever says so. */
  static final class Share implements AutoCloseable {
    private final Held held;
    private final Cleaner.Cleanable cleanable;
    private final AtomicInteger users = new AtomicInteger(1);
    private final Leaving owner = new Leaving(this);

    private Share(MemoryBudget budget, long bytes) {
      this.held = new Held(budget, bytes);
      this.cleanable = CLEANER.register(this, held);
    }

    /** Counts one user more. */
    Picture.Use use() {
      if (users.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
        throw new IllegalStateException("the picture is closed");
      }
      return new Leaving(this);
    }

    private void leave() {
      if (users.decrementAndGet() == 0) {
        cleanable.clean();
      }
    }

    /** Keeps only this much, when that is less. */
    void shrinkTo(long bytes) {
      held.shrinkTo(bytes);
    }

    /** Gives back what is left as soon as nobody uses it; a second time does nothing. */
    @Override
    public void close() {
      owner.close();
    }
  }

  /** One user's way out, which can be gone once. */
  private static final class Leaving implements Picture.Use {
    private final Share share;
    private final AtomicBoolean gone = new AtomicBoolean();

    Leaving(Share share) {
      this.share = share;
    }

    @Override
    public void close() {
      if (gone.compareAndSet(false, true)) {
        share.leave();
      }
    }
  }

  /** The part of a share that outlives it, so that its cleaning does not keep it reachable. */
  private static final class Held implements Runnable {
    private final MemoryBudget budget;
    private final AtomicLong bytes;

    Held(MemoryBudget budget, long bytes) {
      this.budget = budget;
      this.bytes = new AtomicLong(bytes);
    }

    void shrinkTo(long target) {
      long before = bytes.getAndUpdate(now -> Math.min(now, target));
      if (before > target) {
        budget.giveBack(before - target);
      }
    }

    @Override
    public void run() {
      budget.giveBack(bytes.getAndSet(0));
    }
  }
}
