package eu.gardefou.hashing.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Writers, readers and rebuilds at once. Every id goes through versions, each with a distance of
 * its own from the id's centre or gone; so an answer tells which version a search saw. It must be
 * one that was neither over before the search began nor begun after it ended.
 */
class ConcurrencyTest {
  private static final int IDS = 24;
  private static final int WRITERS = 3;
  private static final int VERSIONS = 400;
  private static final int GONE = -1;

  private final Hashes hashes = new Hashes(11);
  private final List<PdqHash> centres = hashes.many(IDS);
  private final AtomicIntegerArray begun = new AtomicIntegerArray(IDS);
  private final AtomicIntegerArray done = new AtomicIntegerArray(IDS);
  private final CountDownLatch writing = new CountDownLatch(WRITERS);
  private final ExecutorService background = Executors.newSingleThreadExecutor();
  private final HammingIndex index = index();

  private HammingIndex index() {
    HammingIndex.Builder builder =
        HammingIndex.builder()
            .tuning(new Tuning(0, Integer.MAX_VALUE, 1))
            .rebuildAfter(60)
            .rebuildOn(background);
    // Others among them, so that there is something to merge.
    for (int i = 0; i < 500; i++) {
      builder.add(IDS + i, hashes.any());
    }
    for (int id = 0; id < IDS; id++) {
      builder.add(id, hash(id, 0));
    }
    return builder.build();
  }

  @Test
  void everySearchSeesAMomentBetweenItsBeginningAndItsEnd() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      IntStream.range(0, WRITERS).forEach(writer -> tasks.add(() -> write(writer)));
      IntStream.range(0, 3).forEach(reader -> tasks.add(() -> read(reader)));
      tasks.add(this::rebuild);
      for (Future<Integer> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isPositive();
      }
      index.rebuild();
      assertThat(index.search(centres, 63, 10)).isEqualTo(expected());
    } finally {
      threads.shutdownNow();
      background.shutdown();
      assertThat(background.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private int write(int writer) {
    try {
      for (int version = 1; version < VERSIONS; version++) {
        for (int id = writer; id < IDS; id += WRITERS) {
          begun.set(id, version);
          if (distance(version) == GONE) {
            assertThat(index.remove(id)).isTrue();
          } else {
            assertThat(index.put(id, hash(id, version))).isEqualTo(distance(version - 1) == GONE);
          }
          done.set(id, version);
        }
      }
      return VERSIONS;
    } finally {
      writing.countDown();
    }
  }

  private int read(int reader) {
    Hashes choice = new Hashes(reader);
    int searches = 0;
    while (writing.getCount() > 0 || searches < 100) {
      int id = choice.below(IDS);
      int from = done.get(id);
      Neighbours found = index.search(centres.get(id), 63, 10);
      int to = begun.get(id);
      assertThat(IntStream.rangeClosed(from, to).mapToObj(v -> neighbours(id, v)))
          .as("id %d between versions %d and %d", id, from, to)
          .contains(found);
      searches++;
    }
    return searches;
  }

  private int rebuild() {
    int rebuilds = 1;
    while (writing.getCount() > 0) {
      index.rebuild();
      rebuilds++;
    }
    return rebuilds;
  }

  private List<Neighbours> expected() {
    return IntStream.range(0, IDS).mapToObj(id -> neighbours(id, VERSIONS - 1)).toList();
  }

  private static Neighbours neighbours(int id, int version) {
    int distance = distance(version);
    return new Neighbours(
        distance == GONE ? List.of() : List.of(new Neighbour(id, distance)), false);
  }

  /** Every seventh version is gone; no two that follow each other look alike. */
  private static int distance(int version) {
    return version % 7 == 6 ? GONE : version % 61;
  }

  private PdqHash hash(int id, int version) {
    PdqHash centre = centres.get(id);
    long bits = distance(version) == 0 ? 0 : -1L >>> (Long.SIZE - distance(version));
    // The lowest bits of a word are spread over the bands, so that every table changes.
    return new PdqHash(
        centre.w0() ^ (bits & 0x1111_1111_1111_1111L),
        centre.w1() ^ (bits & 0x2222_2222_2222_2222L),
        centre.w2() ^ (bits & 0x4444_4444_4444_4444L),
        centre.w3() ^ (bits & 0x8888_8888_8888_8888L));
  }

  /** The made-up versions are as far as they say. */
  @Test
  void aVersionIsToldByItsDistance() {
    Map<Integer, Integer> seen = new HashMap<>();
    for (int version = 0; version < 61; version++) {
      if (distance(version) != GONE) {
        assertThat(hash(3, version).distance(centres.get(3))).isEqualTo(distance(version));
        assertThat(seen.put(distance(version), version)).isNull();
      }
    }
    background.shutdown();
  }
}
