package eu.gardefou.hashing.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No bank makes a query cost much more than a scan, counted rather than timed. */
class BoundedWorkTest {
  private static final int SIZE = 60_000;
  private static final int LIMIT = 10;

  /** A scan of the bank, in entries read. */
  private static final long SCAN = (long) SIZE * Tuning.MEASURED.scanCost();

  enum Crowd {
    ALL_BUT_EQUAL,
    NEARLY_BLANK,
    ONE_BAND_CROWDED,
    HALF_THE_BANDS_EQUAL,
    JUST_OUT_OF_REACH;

    PdqHash hash(Hashes hashes, int i) {
      return switch (this) {
        case ALL_BUT_EQUAL -> hashes.off(Hashes.ONES, 3);
        case NEARLY_BLANK -> hashes.off(Hashes.ZEROS, i % 64);
        case ONE_BAND_CROWDED -> hashes.withBand(0, 0);
        case HALF_THE_BANDS_EQUAL ->
            new PdqHash(0, 0, hashes.any().w2() | 1, hashes.any().w3() | 1);
        case JUST_OUT_OF_REACH -> hashes.off(Hashes.ZEROS, 64);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQueryInACrowdCostsLittleMoreThanAScan(Crowd crowd) {
    Hashes hashes = new Hashes(21);
    HammingIndex index = index(i -> crowd.hash(hashes, i));
    List<PdqHash> queries = new ArrayList<>(List.of(Hashes.ZEROS, Hashes.ONES, hashes.any()));
    queries.addAll(hashes.family(Hashes.ZEROS, 10, 31));
    queries.add(hashes.withBand(0, 0));
    for (int radius = 0; radius <= HammingIndex.MOST_RADIUS; radius += 7) {
      for (Query query : index.searchCounted(queries, radius, LIMIT)) {
        Work work = query.work();
        assertThat(60 * work.probes + work.entries).isLessThanOrEqualTo(SCAN);
        // What was gathered when the bound was reached, two buffers at most, is still compared.
        assertThat(work.verified).isLessThanOrEqualTo(SIZE / 64 + 2 * 2_304);
        assertThat(work.scanned).isIn(0L, (long) SIZE);
      }
    }
  }

  /** Even and uneven thresholds, probing given up half-way and scans: all give one answer. */
  @ParameterizedTest
  @EnumSource
  void whicheverWayIsTakenTheAnswerIsExact(Crowd crowd) {
    Hashes hashes = new Hashes(26);
    Map<Long, PdqHash> bank = new HashMap<>();
    HammingIndex index =
        index(i -> {
          PdqHash hash = i % 2 == 0 ? crowd.hash(hashes, i) : hashes.any();
          bank.put((long) i, hash);
          return hash;
        });
    List<PdqHash> queries = new ArrayList<>(hashes.family(Hashes.ZEROS, 4, 31));
    queries.addAll(List.of(hashes.off(Hashes.ONES, 9), hashes.withBand(0, 0), bank.get(11L)));
    for (int radius : new int[] {0, 15, 31, 47, 63}) {
      List<Neighbours> found = index.search(queries, radius, LIMIT);
      for (int i = 0; i < queries.size(); i++) {
        assertThat(found.get(i)).isEqualTo(BruteForce.search(bank, queries.get(i), radius, LIMIT));
      }
    }
  }

  @Test
  void aCrowdedBandIsProbedLessAndTheOthersMore() {
    Hashes hashes = new Hashes(22);
    HammingIndex index = index(i -> hashes.withBand(0, 0));

    Work work = index.searchCounted(List.of(hashes.withBand(0, 0)), 31, LIMIT).get(0).work();

    assertThat(work.entries).isLessThan(SIZE / 10);
    assertThat(work.verified).isLessThan(SIZE / 100);
    assertThat(work.scanned).isZero();
  }

  /**
   * A quarter of the bank is nearly blank: in tables, each of them would be compared many times.
   */
  @Test
  void aQueryInACrowdReadsItOnceFromFrontToBack() {
    Hashes hashes = new Hashes(27);
    HammingIndex index =
        index(i -> i % 4 == 0 ? hashes.off(Hashes.ZEROS, 4 + i % 25) : hashes.any());

    for (PdqHash hash : hashes.family(Hashes.ZEROS, 20, 20)) {
      Work work = index.searchCounted(List.of(hash), 31, LIMIT).get(0).work();

      assertThat(work.crowd).isEqualTo(SIZE / 4);
      assertThat(work.verified).isLessThan(SIZE / 1_000);
      assertThat(work.scanned).isZero();
    }
  }

  /** Rings that cannot hold a neighbour are not read. */
  @Test
  void ofACrowdOnlyTheRingsWithinReachAreRead() {
    Hashes hashes = new Hashes(28);
    HammingIndex index = index(i -> hashes.off(Hashes.ZEROS, i % 60));

    PdqHash asked = hashes.off(Hashes.ZEROS, 70);
    Work near = index.searchCounted(List.of(asked), 15, LIMIT).get(0).work();
    Work far = index.searchCounted(List.of(Hashes.ONES), 31, LIMIT).get(0).work();

    // Asked 70 bits from the centre: rings 55 to 59; give or take where the centre was found.
    assertThat(near.crowd).isBetween(SIZE * 4 / 60L, SIZE * 6 / 60L);
    assertThat(far.crowd).isZero();
  }

  @Test
  void aMillionTimesTheSameHashIsOneCandidate() {
    HammingIndex index = index(i -> Hashes.ONES);

    Work work = index.searchCounted(List.of(Hashes.ONES), 31, LIMIT).get(0).work();

    assertThat(work.entries).isEqualTo(16);
    assertThat(work.verified).isEqualTo(16);
    assertThat(work.scanned).isZero();
  }

  @Test
  void inAnEvenBankHardlyAnyHashIsCompared() {
    Hashes hashes = new Hashes(24);
    HammingIndex index = index(i -> hashes.any());
    for (Query query : index.searchCounted(hashes.many(50), 31, LIMIT)) {
      assertThat(query.work().probes).isEqualTo(272);
      assertThat(query.work().entries).isLessThan(SIZE / 100);
      assertThat(query.work().verified).isLessThan(SIZE / 1_000);
      assertThat(query.work().scanned).isZero();
    }
  }

  @Test
  void aSmallBankIsScanned() {
    Hashes hashes = new Hashes(25);
    HammingIndex.Builder builder = HammingIndex.builder();
    IntStream.range(0, 100).forEach(i -> builder.add(i, hashes.any()));

    Work work = builder.build().searchCounted(hashes.many(1), 31, LIMIT).get(0).work();

    assertThat(work.scanned).isEqualTo(100);
    assertThat(work.probes).isZero();
  }

  private static HammingIndex index(IntFunction<PdqHash> hash) {
    HammingIndex.Builder builder = HammingIndex.builder();
    IntStream.range(0, SIZE).forEach(i -> builder.add(i, hash.apply(i)));
    return builder.build();
  }
}
