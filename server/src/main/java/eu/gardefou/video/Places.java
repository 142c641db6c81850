package eu.gardefou.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A number of places, and each holder has at most half of them, rounded up. Who comes first is
 * first, unless it has its half already. Safe for many threads.
 */
final class Places {
  /** Of one holder; each keeps a file. */
  private static final int MOST_WAITING = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Integer> held = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final int share;
  private int free;

  Places(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("videos need at least one turn, not " + places);
    }
    this.free = places;
    this.share = (places + 1) / 2;
  }

  /** Not a record: two of one holder are not the same. */
  private static final class Waiting {
    private final String holder;

    Waiting(String holder) {
      this.holder = holder;
    }
  }

  /**
   * Takes a place.
   *
   * @throws Refusal when there was none in time, or too many of this holder's wait already
   */
  void take(String holder, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    Waiting self = new Waiting(holder);
    try {
      if (waiting.stream().filter(one -> one.holder.equals(holder)).count() >= MOST_WAITING) {
        throw Refusal.shareTaken();
      }
      waiting.add(self);
      await(self, patience.toNanos());
      free--;
      held.merge(holder, 1, Integer::sum);
    } finally {
      waiting.remove(self);
      changed.signalAll();
      lock.unlock();
    }
  }

  private void await(Waiting self, long patience) throws InterruptedException {
    long left = patience;
    while (next() != self) {
      if (left <= 0) {
        throw mayHaveOne(self) ? Refusal.busy() : Refusal.shareTaken();
      }
      left = changed.awaitNanos(left);
    }
  }

  private @Nullable Waiting next() {
    return free == 0 ? null : waiting.stream().filter(this::mayHaveOne).findFirst().orElse(null);
  }

  private boolean mayHaveOne(Waiting one) {
    return held.getOrDefault(one.holder, 0) < share;
  }

  /** Gives a place back. */
  void leave(String holder) {
    lock.lock();
    try {
      free++;
      held.computeIfPresent(holder, (_, places) -> places == 1 ? null : places - 1);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
