package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All hashes as of one moment, by ascending id. Immutable.
 *
 * <p>A slot is a place in that order: its id is {@code ids[slot]}, its hash the four words from
 * {@code 4 * slot} on. Being in order of the ids spares a map from ids to slots.
 */
final class Snapshot {
  /** Four words each must fit into one array. */
  static final int MOST = (Integer.MAX_VALUE - 8) / Bands.WORDS;

  /** How many hashes are compared with each query of a batch before the next ones are read. */
  private static final int TILE = 512;

  private final long[] ids;
  private final long[] words;
  private final EqualHashes equal;
  private final @Nullable MultiIndex index;

  private Snapshot(long[] ids, long[] words, EqualHashes equal, @Nullable MultiIndex index) {
    this.ids = ids;
    this.words = words;
    this.equal = equal;
    this.index = index;
  }

  /**
   * A snapshot that takes the arrays over.
   *
   * @param ids ascending
   * @param words four for every id
   */
  static Snapshot of(long[] ids, long[] words, Tuning tuning) {
    if (ids.length < tuning.indexedFrom()) {
      return new Snapshot(ids, words, EqualHashes.of(new long[0]), null);
    }
    EqualHashes equal = EqualHashes.of(words);
    return new Snapshot(ids, words, equal, MultiIndex.of(words, equal, tuning));
  }

  int size() {
    return ids.length;
  }

  long id(int slot) {
    return ids[slot];
  }

  long[] words() {
    return words;
  }

  PdqHash hash(int slot) {
    int at = slot * Bands.WORDS;
    return new PdqHash(words[at], words[at + 1], words[at + 2], words[at + 3]);
  }

  void copy(int from, int to, long[] toIds, long[] toWords, int place) {
    System.arraycopy(ids, from, toIds, place, to - from);
    int count = (to - from) * Bands.WORDS;
    System.arraycopy(words, from * Bands.WORDS, toWords, place * Bands.WORDS, count);
  }

  /** The slot of the id, or a negative number that says where it would stand. */
  int slotOf(long id) {
    return Arrays.binarySearch(ids, id);
  }

  /** Answers all queries, by the index or, those that it does not help, in one common scan. */
  void search(List<Query> queries) {
    BucketScan buckets = new BucketScan();
    List<Query> left = queries.stream().filter(query -> !searchBuckets(query, buckets)).toList();
    for (int from = 0; from < ids.length && !left.isEmpty(); from += TILE) {
      int to = Math.min(from + TILE, ids.length);
      for (Query query : left) {
        scan(query, from, to);
      }
    }
  }

  /** Offers all ids that share the hash of a representative. */
  void offerEquals(int representative, int distance, Query query) {
    query.offer(ids[representative], distance);
    int place = equal.firstMember(representative);
    while (equal.isMemberOf(representative, place)) {
      long id = ids[equal.member(place++)];
      if (query.isClosedTo(id, distance)) {
        // Members come by ascending id: those to come are no better.
        return;
      }
      query.offer(id, distance);
    }
  }

  private boolean searchBuckets(Query query, BucketScan buckets) {
    if (index == null) {
      return false;
    }
    Optional<Thresholds> plan = index.plan(query);
    boolean isDone = plan.isPresent() && buckets.search(this, index, plan.get(), query);
    if (!isDone) {
      query.startAgain();
    }
    return isDone;
  }

  private void scan(Query query, int from, int to) {
    int slot = query.nextWithin(words, from, to);
    while (slot < to) {
      query.offer(ids[slot], query.distance(words, slot * Bands.WORDS));
      slot = query.nextWithin(words, slot + 1, to);
    }
    query.work().scanned += to - from;
  }
}
