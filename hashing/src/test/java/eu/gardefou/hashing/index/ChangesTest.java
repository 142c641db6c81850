package eu.gardefou.hashing.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put, changed and removed is seen by the very next search, whatever is being rebuilt. */
class ChangesTest {
  private static final int ALL = Integer.MAX_VALUE;

  /** Probes the tables whatever it costs. */
  private static final Tuning PROBING = new Tuning(0, Integer.MAX_VALUE, 1);

  private static final Executor NEVER = task -> {};

  @Test
  void anIdIsFoundChangedAndRemovedAtOnce() {
    HammingIndex index = HammingIndex.builder().build();
    PdqHash far = new PdqHash(-1, 0, 0, 0);

    assertThat(index.put(7, Hashes.ZEROS)).isTrue();
    assertThat(index.search(Hashes.ZEROS, 31, 10).nearest()).containsExactly(new Neighbour(7, 0));
    assertThat(index.put(7, far)).isFalse();
    assertThat(index.search(Hashes.ZEROS, 31, 10).nearest()).isEmpty();
    assertThat(index.search(far, 31, 10).nearest()).containsExactly(new Neighbour(7, 0));
    assertThat(index.size()).isEqualTo(1);
    assertThat(index.remove(7)).isTrue();
    assertThat(index.remove(7)).isFalse();
    assertThat(index.search(far, 31, 10).isEmpty()).isTrue();
    assertThat(index.size()).isZero();
  }

  /** Random operations beside a map; the seeds differ in what they make of the rebuilds. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyHistoryGivesWhatAMapGives(long seed) {
    Hashes hashes = new Hashes(seed);
    Queue<Runnable> queued = new ArrayDeque<>();
    Map<Long, PdqHash> bank = new HashMap<>();
    HammingIndex.Builder builder =
        HammingIndex.builder().tuning(PROBING).rebuildAfter(40).rebuildOn(queued::add);
    List<PdqHash> near = hashes.family(hashes.any(), 64, 40);
    for (long id = 0; id < 150; id++) {
      PdqHash hash = near.get(hashes.below(64));
      builder.add(id, hash);
      bank.put(id, hash);
    }
    HammingIndex index = builder.build();
    for (int step = 0; step < 3_000; step++) {
      change(index, bank, near, hashes);
      switch (hashes.below(60)) {
        case 0 -> index.rebuild();
        case 1 -> index.bank().seal();
        case 2, 3 -> queued.forEach(Runnable::run);
        default -> {}
      }
      queued.clear();
      check(index, bank, near.get(hashes.below(64)), hashes);
    }
  }

  private static void change(
      HammingIndex index, Map<Long, PdqHash> bank, List<PdqHash> near, Hashes hashes) {
    long id = hashes.below(200);
    if (hashes.below(3) == 0) {
      assertThat(index.remove(id)).isEqualTo(bank.remove(id) != null);
    } else {
      PdqHash hash = near.get(hashes.below(64));
      assertThat(index.put(id, hash)).isEqualTo(bank.put(id, hash) == null);
    }
  }

  private static void check(
      HammingIndex index, Map<Long, PdqHash> bank, PdqHash query, Hashes hashes) {
    int radius = hashes.below(64);
    int limit = hashes.below(5) == 0 ? 1 + hashes.below(20) : ALL;
    assertThat(index.size()).isEqualTo(bank.size());
    assertThat(index.search(query, radius, limit))
        .isEqualTo(BruteForce.search(bank, query, radius, limit));
  }

  @Test
  void theSameAgainIsNoChange() {
    HammingIndex index = HammingIndex.builder().rebuildOn(NEVER).build();
    for (int i = 0; i < 1_000; i++) {
      index.put(1, Hashes.ONES);
      index.remove(2);
    }

    assertThat(scanned(index)).isEqualTo(1);
  }

  @Test
  void anExecutorThatDoesNothingDoesNotLetTheLogGrow() {
    HammingIndex index = HammingIndex.builder().rebuildAfter(100).rebuildOn(NEVER).build();
    Hashes hashes = new Hashes(5);
    for (int i = 0; i < 5_000; i++) {
      index.put(i % 10, hashes.any());

      assertThat(scanned(index)).isLessThanOrEqualTo(10 + 4 * 100 + 1);
    }
  }

  @Test
  void anExecutorThatRefusesIsAskedAgain() {
    Queue<Runnable> queued = new ArrayDeque<>();
    int[] asked = {0};
    Executor refusesTwice =
        task -> {
          if (asked[0]++ < 2) {
            throw new RejectedExecutionException("busy");
          }
          queued.add(task);
        };
    HammingIndex index =
        HammingIndex.builder().rebuildAfter(10).rebuildOn(refusesTwice).tuning(PROBING).build();
    Hashes hashes = new Hashes(6);
    for (int i = 0; i < 12; i++) {
      index.put(i, hashes.any());
    }
    assertThat(queued).hasSize(1);

    queued.remove().run();

    assertThat(scanned(index)).isZero();
    assertThat(index.size()).isEqualTo(12);
  }

  @Test
  void aBankOfOneHashGivesTheLowestIdsThatAreStillThere() {
    HammingIndex.Builder builder = HammingIndex.builder().tuning(PROBING).rebuildOn(NEVER);
    for (int id = 0; id < 1_000; id++) {
      builder.add(id, Hashes.ONES);
    }
    HammingIndex index = builder.build();
    for (int id = 0; id < 500; id += 2) {
      index.remove(id);
    }

    assertThat(index.search(Hashes.ONES, 31, 3))
        .isEqualTo(
            new Neighbours(
                List.of(new Neighbour(1, 0), new Neighbour(3, 0), new Neighbour(5, 0)), true));
    assertThat(index.search(Hashes.ONES, 31, 750).more()).isFalse();
    assertThat(index.search(Hashes.ONES, 31, 749).more()).isTrue();
  }

  @Test
  void aFailedRebuildLosesNothing() {
    Hashes hashes = new Hashes(9);
    HammingIndex index = HammingIndex.builder().rebuildOn(NEVER).tuning(PROBING).build();
    PdqHash before = hashes.any();
    PdqHash after = hashes.any();
    index.put(1, before);
    // What an attempt that failed leaves behind.
    index.bank().seal();
    index.put(2, after);
    index.bank().seal();
    index.rebuild();
    index.rebuild();

    assertThat(index.search(before, 0, 1).nearest()).containsExactly(new Neighbour(1, 0));
    assertThat(index.search(after, 0, 1).nearest()).containsExactly(new Neighbour(2, 0));
    assertThat(scanned(index)).isZero();
  }

  /** Whatever tables it has made: over slots of its own, the next attempt would be one too many. */
  @Test
  void aRebuildThatFailedHalfWayIsBroughtToItsEnd() {
    Hashes hashes = new Hashes(10);
    HammingIndex.Builder builder = HammingIndex.builder().rebuildOn(NEVER).tuning(PROBING);
    List<PdqHash> crowd = hashes.family(Hashes.ONES, 100, 60);
    IntStream.range(0, 100).forEach(id -> builder.add(id, crowd.get(id)));
    HammingIndex index = builder.build();
    hashes.family(Hashes.ZEROS, 100, 60).forEach(hash -> index.put(1_000 + index.size(), hash));
    LiveBank bank = index.bank();
    bank.seal();
    Slots begun = bank.merged();
    TableFiller filler = new TableFiller(begun);
    for (int band = 0; band < 5; band++) {
      bank.replaceTable(band, filler.next(), begun);
    }

    index.rebuild();

    assertThat(bank.now().snapshot().slots()).isSameAs(begun);
    assertThat(bank.now().snapshot().unfinished()).isEmpty();
    assertThat(index.search(Hashes.ONES, 63, 1_000).nearest()).hasSize(crowd.size());
  }

  @Test
  void noChangeCallsForNoTables() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HammingIndex.builder().rebuildAfter(0))
        .withMessage("at least 1 change calls for new tables");
  }

  @Test
  void answersCannotBeChanged() {
    HammingIndex index = HammingIndex.builder().add(1, Hashes.ONES).build();
    Neighbours found = index.search(Hashes.ONES, 0, 1);

    assertThatThrownBy(() -> found.nearest().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static long scanned(HammingIndex index) {
    return index.searchCounted(List.of(Hashes.ZEROS), 31, 1).get(0).work().scanned;
  }
}
