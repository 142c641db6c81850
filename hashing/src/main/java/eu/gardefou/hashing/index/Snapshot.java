package eu.gardefou.hashing.index;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is searched without looking at changes: slots, and tables over them where they pay.
 * Immutable.
 *
 * <p>While new tables are built, some bands have theirs already, over the next slots. Whatever the
 * changes between do not touch stands in both: found by its first witness, a band that depends on
 * nothing but hash and query, it is found exactly once, in whichever of the two that band's table
 * is. A hash that is in a crowd of either slots is taken from that crowd, not from any table. What
 * the changes do touch is taken from none of them, but from the log.
 */
final class Snapshot {
  /** How many hashes are compared with each query of a batch before the next ones are read. */
  private static final int TILE = 512;

  private final Slots slots;
  private final @Nullable MultiIndex index;

  private Snapshot(Slots slots, @Nullable MultiIndex index) {
    this.slots = slots;
    this.index = index;
  }

  /** With tables, if there are enough hashes. */
  static Snapshot of(Slots slots, Tuning tuning) {
    boolean isIndexed = slots.size() >= tuning.indexedFrom();
    return new Snapshot(slots, isIndexed ? MultiIndex.of(slots, tuning) : null);
  }

  /** All of it, but with another table for one band. There must be tables. */
  Snapshot with(int band, BandTable table, Slots of) {
    if (index == null) {
      throw new IllegalStateException("there are no tables");
    }
    return new Snapshot(slots, index.with(band, table, of));
  }

  /** The same tables, which are all over these slots by now. */
  Snapshot over(Slots next) {
    return new Snapshot(next, index == null ? null : index.settled());
  }

  /** What some tables are over already, and not all. */
  Optional<Slots> unfinished() {
    return index == null || index.latest() == slots
        ? Optional.empty()
        : Optional.of(index.latest());
  }

  boolean isIndexed() {
    return index != null;
  }

  Slots slots() {
    return slots;
  }

  int size() {
    return slots.size();
  }

  /** Answers all queries, by the index or, those that it does not help, in one common scan. */
  void search(List<Query> queries) {
    BucketScan buckets = new BucketScan();
    List<Query> left = queries.stream().filter(query -> !searchBuckets(query, buckets)).toList();
    for (int from = 0; from < slots.size() && !left.isEmpty(); from += TILE) {
      int to = Math.min(from + TILE, slots.size());
      for (Query query : left) {
        slots.scan(query, from, to);
      }
    }
  }

  private boolean searchBuckets(Query query, BucketScan buckets) {
    if (index == null) {
      return false;
    }
    Optional<Thresholds> plan = index.plan(query);
    boolean isDone = plan.isPresent() && buckets.search(index, plan.get(), query);
    if (isDone) {
      index.searchCrowds(query);
    } else {
      query.startAgain();
    }
    return isDone;
  }
}
