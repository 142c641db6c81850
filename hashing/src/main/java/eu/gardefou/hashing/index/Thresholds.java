package eu.gardefou.hashing.index;

import java.util.Arrays;

/**
 * How many flips each band is probed with, so that no hash within the radius can be missed.
 *
 * <p>Let a hash differ from the query by {@code d(i)} bits in band i, at most the radius r in sum,
 * and let the thresholds {@code t(i)}, each at least -1 (never probed), add up to {@code r - 15}.
 * Then {@code d(i) - t(i) - 1} adds up to less than 0, so on the ring of bands there is a place
 * from which every running sum is less than 0 (the cycle lemma): a <em>witness</em> i with {@code
 * d(i) <= t(i)} and {@code d(i) + d(i+1) <= t(i) + t(i+1) + 1}. The first half is the pigeonhole of
 * multi-index hashing (Norouzi, Punjani and Fleet, 2012); thresholds of one's choice come from GPH
 * (Qin and others, 2018) and the second half, which spares nearly all comparisons, from Pigeonring
 * (Qin and Xiao, 2018).
 */
final class Thresholds {
  private static final int NEVER = -1;

  private final int[] flips;

  private Thresholds(int[] flips) {
    this.flips = flips;
  }

  /** The same for all bands, give or take one: best when hashes are spread evenly. */
  static Thresholds even(int radius) {
    int[] flips = new int[Bands.COUNT];
    for (int band = 0; band < Bands.COUNT; band++) {
      flips[band] = radius / Bands.COUNT - (band <= radius % Bands.COUNT ? 0 : 1);
    }
    return new Thresholds(flips);
  }

  /**
   * The cheapest of all: crowded bands are probed less and empty ones more.
   *
   * @param costs by band and flips, without those of -1 flips, which cost nothing
   */
  static Thresholds cheapest(int radius, long[][] costs) {
    // Counted from -1 up, the thresholds add up to radius + 1: a knapsack, filled band by band.
    int target = radius + 1;
    long[][] least = new long[Bands.COUNT + 1][target + 1];
    byte[][] choice = new byte[Bands.COUNT][target + 1];
    Arrays.fill(least[0], 1, target + 1, Long.MAX_VALUE);
    for (int band = 0; band < Bands.COUNT; band++) {
      for (int sum = 0; sum <= target; sum++) {
        fill(least, choice, costs[band], band, sum);
      }
    }
    int[] flips = new int[Bands.COUNT];
    int left = target;
    for (int band = Bands.COUNT - 1; band >= 0; band--) {
      flips[band] = choice[band][left] + NEVER;
      left -= choice[band][left];
    }
    return new Thresholds(flips);
  }

  private static void fill(long[][] least, byte[][] choice, long[] costs, int band, int sum) {
    long best = least[band][sum];
    for (int steps = 1; steps <= Math.min(sum, costs.length); steps++) {
      long before = least[band][sum - steps];
      if (before != Long.MAX_VALUE && before + costs[steps - 1] < best) {
        best = before + costs[steps - 1];
        choice[band][sum] = (byte) steps;
      }
    }
    least[band + 1][sum] = best;
  }

  /** With how many flips the band is probed; -1 when not at all. */
  int flips(int band) {
    return flips[band];
  }

  /** How far the next band may be off, when this one is off by so many flips. */
  int nextLimit(int band, int distance) {
    return flips[band] + flips[Bands.next(band)] + 1 - distance;
  }

  /** Whether this band is the first witness of the hash, so that it is reported only once. */
  boolean isFirstWitness(int band, Query query, long[] words, int at) {
    for (int earlier = 0; earlier < band; earlier++) {
      int distance = query.bandDistance(words, at, earlier);
      if (distance <= flips[earlier]
          && query.bandDistance(words, at, Bands.next(earlier)) <= nextLimit(earlier, distance)) {
        return false;
      }
    }
    return true;
  }
}
