package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is in the index at one moment.
 *
 * @param snapshot what was there before all changes
 * @param older changes that are being merged into the next snapshot, if any
 * @param newer changes since
 */
record View(Snapshot snapshot, ChangeLog.Moment older, ChangeLog.Moment newer) {
  private static final ChangeLog.Moment NOTHING = ChangeLog.NONE.now();

  /** Whether what the snapshot says of the id still holds. */
  boolean isUnchanged(long id) {
    return !newer.changes(id) && !older.changes(id);
  }

  /** The answer to each of the hashes, in their order. */
  List<Query> search(List<PdqHash> hashes, int radius, int limit) {
    List<Query> queries =
        hashes.stream().map(hash -> new Query(hash, radius, limit, this)).toList();
    snapshot.search(queries);
    for (Query query : queries) {
      older.search(query, newer);
      newer.search(query, NOTHING);
    }
    return queries;
  }

  /** How every changed id ended, by ascending id: with a hash, or removed. */
  NavigableMap<Long, Optional<PdqHash>> changes() {
    NavigableMap<Long, Optional<PdqHash>> changes = new TreeMap<>();
    for (ChangeLog.Moment log : List.of(older, newer)) {
      for (int place = 0; place < log.seen(); place++) {
        changes.put(log.id(place), log.hash(place));
      }
    }
    return changes;
  }
}
