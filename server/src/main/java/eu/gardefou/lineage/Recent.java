package eu.gardefou.lineage;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbour;
import eu.gardefou.hashing.index.Neighbours;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hashes of recent pictures in memory, as fresh as the database: every look-up first reads what
 * was committed since the last one, on whichever node. Safe for many threads.
 */
final class Recent {
  /** As upstream advises: up to here two pictures are usually the same. */
  static final int RADIUS = HammingIndex.USUAL_RADIUS;

  /** So many near pictures are enough: each of them names its first ancestors. */
  private static final int MOST_NEAR = 64;

  private static final int PAGE = 20_000;

  private final PictureStore store;
  private volatile HammingIndex index = HammingIndex.builder().build();
  private Set<Long> justRead = Set.of();
  private long since = -1;
  private long lowest = Long.MAX_VALUE;

  Recent(PictureStore store) {
    this.store = store;
  }

  /** The pictures near each of these, by identifier. */
  List<Set<Long>> near(List<Looks> pictures) {
    refresh();
    return pictures.stream().map(this::near).toList();
  }

  private Set<Long> near(Looks looks) {
    if (looks.isEmpty()) {
      return Set.of();
    }
    Map<Long, Integer> distances = new HashMap<>();
    for (Neighbours answer : index.search(List.copyOf(looks.turned()), RADIUS, MOST_NEAR)) {
      for (Neighbour one : answer.nearest()) {
        distances.merge(one.id() / Looks.MOST, one.distance(), Math::min);
      }
    }
    Set<Long> nearest = new HashSet<>();
    distances.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Integer>comparingByValue(Comparator.naturalOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_NEAR)
        .forEach(one -> nearest.add(one.getKey()));
    return nearest;
  }

  /** Reads what is new. A database that does not answer is an exception, never an old answer. */
  synchronized void refresh() {
    if (since < 0) {
      readAll();
    }
    PictureStore.Written written = store.writtenSince(since);
    if (written.now() < since) {
      // A database that was restored to an earlier time knows nothing of what is in memory.
      readAll();
      written = store.writtenSince(since);
    }
    Set<Long> read = new HashSet<>();
    for (PictureStore.Hashes picture : written.pictures()) {
      read.add(picture.id());
      if (!justRead.contains(picture.id())) {
        put(picture);
      }
    }
    justRead = read;
    since = written.now();
  }

  private void put(PictureStore.Hashes picture) {
    lowest = Math.min(lowest, picture.id());
    int place = 0;
    for (PdqHash hash : picture.looks()) {
      index.put(picture.id() * Looks.MOST + place++, hash);
    }
  }

  private void readAll() {
    long before = store.writtenSince(Long.MAX_VALUE).now();
    HammingIndex.Builder all = HammingIndex.builder();
    lowest = Long.MAX_VALUE;
    long last = 0;
    List<PictureStore.Hashes> page;
    do {
      page = store.after(last, PAGE);
      for (PictureStore.Hashes picture : page) {
        lowest = Math.min(lowest, picture.id());
        int place = 0;
        for (PdqHash hash : picture.looks()) {
          all.add(picture.id() * Looks.MOST + place++, hash);
        }
        last = picture.id();
      }
    } while (page.size() == PAGE);
    index = all.build();
    justRead = Set.of();
    since = before;
  }

  /** Takes pictures out that are no longer in the database. */
  synchronized void forget(Iterable<Long> pictures) {
    for (long picture : pictures) {
      for (int place = 0; place < Looks.MOST; place++) {
        index.remove(picture * Looks.MOST + place);
      }
    }
  }

  /** Takes out what was before the oldest picture in the database. */
  synchronized void forgetOld() {
    long oldest = store.oldest();
    for (; lowest < oldest; lowest++) {
      forget(List.of(lowest));
    }
  }

  int size() {
    return index.size();
  }
}
