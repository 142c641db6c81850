package eu.gardefou.hashing.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index says what a comparison with everything says, whatever the bank. */
class ExactSearchTest {
  private static final int ALL = Integer.MAX_VALUE;

  /** Probes the tables whatever it costs. */
  private static final Tuning PROBING = new Tuning(0, Integer.MAX_VALUE, 1);

  @ParameterizedTest
  @EnumSource
  void everyRadiusGivesWhatComparingEverythingGives(Bank kind) {
    Hashes hashes = new Hashes(1);
    Map<Long, PdqHash> bank = numbered(kind.hashes(hashes));
    HammingIndex index = indexed(bank);
    List<PdqHash> queries = queries(hashes, List.copyOf(bank.values()));
    for (int radius = 0; radius <= HammingIndex.MOST_RADIUS; radius++) {
      for (PdqHash query : queries) {
        assertThat(index.search(query, radius, ALL))
            .as("radius %d of %s", radius, query)
            .isEqualTo(BruteForce.search(bank, query, radius, ALL));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNearestAreKeptAndMoreIsSaid(Bank kind) {
    Hashes hashes = new Hashes(1);
    Map<Long, PdqHash> bank = numbered(kind.hashes(hashes));
    HammingIndex index = indexed(bank);
    for (PdqHash query : queries(hashes, List.copyOf(bank.values()))) {
      for (int limit : new int[] {1, 2, 7, 100, 1_999, 2_000, 2_001}) {
        assertThat(index.search(query, 31, limit))
            .isEqualTo(BruteForce.search(bank, query, 31, limit));
      }
    }
  }

  /** All thresholds are tried at the very edge: a hash just within and one just without. */
  @ParameterizedTest
  @MethodSource("radii")
  void exactlyTheRadiusIsFoundAndOneBitMoreIsNot(int radius) {
    Hashes hashes = new Hashes(radius);
    HammingIndex.Builder builder = HammingIndex.builder().tuning(PROBING);
    List<PdqHash> queries = hashes.many(60);
    for (int i = 0; i < queries.size(); i++) {
      builder.add(2L * i, hashes.off(queries.get(i), radius));
      builder.add(2L * i + 1, hashes.off(queries.get(i), radius + 1));
    }
    // Enough unrelated ones for the tables to be worth probing at every radius.
    for (int i = 0; i < 5_000; i++) {
      builder.add(1_000 + i, hashes.any());
    }
    HammingIndex index = builder.build();
    for (int i = 0; i < queries.size(); i++) {
      assertThat(index.search(queries.get(i), radius, ALL).nearest())
          .containsExactly(new Neighbour(2L * i, radius));
    }
  }

  static IntStream radii() {
    return IntStream.rangeClosed(0, HammingIndex.MOST_RADIUS);
  }

  @Test
  void aBatchGivesTheAnswersOfItsHashesInTheirOrder() {
    Hashes hashes = new Hashes(7);
    Map<Long, PdqHash> bank = numbered(Bank.NEAR_DUPLICATES.hashes(hashes));
    HammingIndex index = indexed(bank);
    List<PdqHash> queries = queries(hashes, List.copyOf(bank.values()));
    for (int radius : new int[] {0, 31, 63}) {
      assertThat(index.search(queries, radius, 5))
          .isEqualTo(
              queries.stream().map(query -> BruteForce.search(bank, query, radius, 5)).toList());
    }
    assertThat(index.search(List.of(), 31, 5)).isEmpty();
  }

  @Test
  void anyIdWillDoAndOfOneIdTheLastHashHolds() {
    Hashes hashes = new Hashes(8);
    long[] ids = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, 255, 256, -256};
    HammingIndex.Builder builder = HammingIndex.builder().tuning(PROBING);
    Map<Long, PdqHash> bank = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      long id = i < 400 ? ids[hashes.below(ids.length)] : hashes.below(50) * 7_919L - 100;
      PdqHash hash = hashes.off(Hashes.ONES, hashes.below(40));
      builder.add(id, hash);
      bank.put(id, hash);
    }
    HammingIndex index = builder.build();

    assertThat(index.size()).isEqualTo(bank.size());
    assertThat(index.search(Hashes.ONES, 63, ALL))
        .isEqualTo(BruteForce.search(bank, Hashes.ONES, 63, ALL));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 64, Integer.MAX_VALUE})
  void aRadiusOutOfRangeIsRefused(int radius) {
    HammingIndex index = HammingIndex.builder().build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.search(Hashes.ZEROS, radius, 1))
        .withMessage("a radius is 0 to 63, not " + radius);
  }

  @Test
  void askingForNothingIsRefused() {
    HammingIndex index = HammingIndex.builder().build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.search(Hashes.ZEROS, 31, 0))
        .withMessage("at least 1 neighbour is asked for, not 0");
  }

  private static HammingIndex indexed(Map<Long, PdqHash> bank) {
    HammingIndex.Builder builder = HammingIndex.builder().tuning(PROBING);
    bank.forEach(builder::add);
    return builder.build();
  }

  private static Map<Long, PdqHash> numbered(List<PdqHash> hashes) {
    Map<Long, PdqHash> bank = new HashMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      bank.put(i * 31L % 10_007 - 500, hashes.get(i));
    }
    return bank;
  }

  private static List<PdqHash> queries(Hashes hashes, List<PdqHash> bank) {
    List<PdqHash> queries = new ArrayList<>(List.of(Hashes.ZEROS, Hashes.ONES, hashes.any()));
    queries.add(hashes.withBand(5, 0x1234));
    for (int i = 0; i < 6 && !bank.isEmpty(); i++) {
      queries.add(hashes.off(bank.get(hashes.below(bank.size())), hashes.below(40)));
    }
    return queries;
  }
}
