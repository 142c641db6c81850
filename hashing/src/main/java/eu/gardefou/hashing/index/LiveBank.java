package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bank that changes while it is searched: a snapshot, and logs of what was changed since.
 *
 * <p>Whoever writes holds a lock for as long as an entry takes. To rebuild, the log is sealed and a
 * new one opened; the sealed one is merged into the next slots, and one table after another is
 * built over them and takes its predecessor's place, while searches read snapshot, sealed log and
 * open log; after the last table, the sealed log goes. Whoever searches reads one volatile field
 * and takes no lock.
 */
final class LiveBank {
  /** A log this many times as long as it should be makes whoever writes wait for the tables. */
  private static final int OVERDUE = 4;

  /**
   * One change more a so many hashes may be logged before new tables: they take longer to build.
   */
  private static final int HASHES_A_CHANGE = 256;

  private final Executor executor;
  private final Tuning tuning;
  private final int rebuildAfter;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock rebuilding = new ReentrantLock();
  private final AtomicBoolean isQueued = new AtomicBoolean();
  private volatile State state;

  /** Written under the lock. */
  private volatile int size;

  /**
   * What searches read. The sealed log is complete; it is part of the next snapshot. Only the open
   * one grows.
   */
  record State(Snapshot snapshot, ChangeLog sealed, ChangeLog open) {
    View now() {
      return new View(snapshot, sealed.now(), open.now());
    }
  }

  LiveBank(Rows rows, Executor executor, int rebuildAfter, Tuning tuning) {
    this.executor = executor;
    this.rebuildAfter = rebuildAfter;
    this.tuning = tuning;
    size = rows.size();
    Snapshot first = Snapshot.of(rows.toSlots(tuning), tuning);
    state = new State(first, ChangeLog.NONE, new ChangeLog());
  }

  int size() {
    return size;
  }

  /** What is in the bank now. */
  View now() {
    return state.now();
  }

  /** Whether the id is new. */
  boolean put(long id, PdqHash hash) {
    waitWhenOverdue();
    boolean isNew;
    writing.lock();
    try {
      PdqHash known = hashOf(id);
      isNew = known == null;
      if (isNew && size == Slots.MOST) {
        throw Rows.full();
      }
      // The same again is no change, however often it is said.
      if (!hash.equals(known)) {
        state.open().put(id, hash);
        count(isNew ? 1 : 0);
      }
    } finally {
      writing.unlock();
    }
    rebuildWhenDue();
    return isNew;
  }

  /** Whether the id was there. */
  boolean remove(long id) {
    waitWhenOverdue();
    boolean wasThere;
    writing.lock();
    try {
      wasThere = hashOf(id) != null;
      if (wasThere) {
        state.open().remove(id);
        count(-1);
      }
    } finally {
      writing.unlock();
    }
    rebuildWhenDue();
    return wasThere;
  }

  /** Builds new tables in this thread, after those that are being built. */
  void rebuild() {
    rebuilding.lock();
    try {
      if (seal().sealed().size() > 0) {
        // Tables are never over three slots: what an attempt that failed began is brought to its
        // end.
        renew(state.snapshot().unfinished().orElseGet(this::merged));
      }
    } finally {
      rebuilding.unlock();
    }
  }

  /** Everything up to the sealed log. */
  Slots merged() {
    State now = state;
    View whole = new View(now.snapshot(), now.sealed().now(), ChangeLog.NONE.now());
    return Rows.of(whole).toSlots(tuning);
  }

  /**
   * Each new table takes the place of the old one at once, so that there is never more than one
   * table twice. For that, nothing here may hold on to an old state.
   */
  private void renew(Slots next) {
    if (state.snapshot().isIndexed() && next.size() >= tuning.indexedFrom()) {
      TableFiller filler = new TableFiller(next);
      for (int band = 0; band < Bands.COUNT; band++) {
        replaceTable(band, filler.next(), next);
      }
      replace(state.snapshot().over(next));
    } else {
      replace(Snapshot.of(next, tuning));
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // Only whoever holds the lock gets here.
  private void count(int more) {
    size += more;
  }

  /** Closes the log and opens the next; a log that an earlier attempt closed comes first. */
  State seal() {
    writing.lock();
    try {
      State now = state;
      if (now.sealed().size() == 0 && now.open().size() > 0) {
        now = new State(now.snapshot(), now.open(), new ChangeLog());
        state = now;
      }
      return now;
    } finally {
      writing.unlock();
    }
  }

  /** The sealed log still holds: what it touches is taken from there, not from the tables. */
  void replaceTable(int band, BandTable table, Slots of) {
    writing.lock();
    try {
      State now = state;
      state = new State(now.snapshot().with(band, table, of), now.sealed(), now.open());
    } finally {
      writing.unlock();
    }
  }

  /** The sealed log is in the new snapshot; what was logged since stays. */
  private void replace(Snapshot merged) {
    writing.lock();
    try {
      state = new State(merged, ChangeLog.NONE, state.open());
    } finally {
      writing.unlock();
    }
  }

  private void rebuildWhenDue() {
    if (state.open().size() >= due() && isQueued.compareAndSet(false, true)) {
      try {
        executor.execute(this::rebuildQueued);
      } catch (RejectedExecutionException notNow) {
        // Not lost: the next change tries again, and an overdue one builds by itself.
        isQueued.set(false);
      }
    }
  }

  private void rebuildQueued() {
    try {
      rebuild();
    } finally {
      isQueued.set(false);
    }
  }

  /** Keeps the log, and with it every search, bounded even if the executor does nothing. */
  private void waitWhenOverdue() {
    while (state.open().size() >= (long) due() * OVERDUE) {
      rebuild();
    }
  }

  private int due() {
    return rebuildAfter + state.snapshot().size() / HASHES_A_CHANGE;
  }

  /** For the writer only. */
  private @Nullable PdqHash hashOf(long id) {
    State now = state;
    for (ChangeLog log : List.of(now.open(), now.sealed())) {
      int place = log.latest(id);
      if (place >= 0) {
        return log.hash(place);
      }
    }
    Slots slots = now.snapshot().slots();
    int slot = slots.slotOf(id);
    return slot < 0 ? null : slots.hash(slot);
  }
}
