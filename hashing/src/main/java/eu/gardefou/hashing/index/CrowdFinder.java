package eu.gardefou.hashing.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds where hashes crowd, in a sample: a hash that has many of the sample near it is in a crowd,
 * and what most of those have in common is the centre. Unrelated hashes are about 128 bits apart,
 * and none of a billion pairs is within 64.
 *
 * <p>The sample is another one each time, so that nobody can make a bank that escapes it. Crowds
 * that are too small for it do no harm: probing copes with them.
 */
final class CrowdFinder {
  private static final int SAMPLED_EVERY = 64;
  private static final int LEAST_SAMPLED = 512;
  private static final int MOST_SAMPLED = 16_384;

  /** Two hashes that are each at most 24 bits from a centre. */
  private static final int NEAR = 48;

  /** In the sample. */
  private static final int LEAST_CROWD = 16;

  /** Every query is compared with every centre. */
  private static final int MOST_CROWDS = 32;

  private final long[] words;
  private int size;

  private CrowdFinder(long[] sample, int size) {
    this.words = sample;
    this.size = size;
  }

  /** The centres of crowds, the largest crowd's first: four words each. */
  static List<long[]> centres(long[] words, EqualHashes equal) {
    int slots = words.length / Bands.WORDS;
    int wanted = Math.min(Math.max(slots / SAMPLED_EVERY, LEAST_SAMPLED), MOST_SAMPLED);
    SplittableRandom random = new SplittableRandom();
    long[] sample = new long[Math.min(wanted, slots) * Bands.WORDS];
    int size = 0;
    // One out of each of as many stretches, unless it is equal to one before it.
    for (int i = 0; i < sample.length / Bands.WORDS; i++) {
      int from = (int) ((long) slots * i / (sample.length / Bands.WORDS));
      int to = (int) (slots * (i + 1L) / (sample.length / Bands.WORDS));
      int slot = random.nextInt(from, to);
      if (equal.isRepresentative(slot)) {
        System.arraycopy(words, slot * Bands.WORDS, sample, size++ * Bands.WORDS, Bands.WORDS);
      }
    }
    return new CrowdFinder(sample, size).centres();
  }

  private List<long[]> centres() {
    List<long[]> centres = new ArrayList<>();
    int[] near = near();
    while (centres.size() < MOST_CROWDS) {
      int densest = 0;
      for (int i = 1; i < size; i++) {
        densest = near[i] > near[densest] ? i : densest;
      }
      if (size == 0 || near[densest] < LEAST_CROWD) {
        break;
      }
      long[] centre = common(densest);
      centres.add(centre);
      removeAround(centre, densest, near);
    }
    return centres;
  }

  /** How many of the sample are near each. */
  private int[] near() {
    int[] near = new int[size];
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        if (areNear(i, j)) {
          near[i]++;
          near[j]++;
        }
      }
    }
    return near;
  }

  private boolean areNear(int i, int j) {
    int at = i * Bands.WORDS;
    int other = j * Bands.WORDS;
    int half =
        Long.bitCount(words[at] ^ words[other]) + Long.bitCount(words[at + 1] ^ words[other + 1]);
    // Of unrelated hashes hardly any passes half the test.
    return half <= NEAR
        && half
                + Long.bitCount(words[at + 2] ^ words[other + 2])
                + Long.bitCount(words[at + 3] ^ words[other + 3])
            <= NEAR;
  }

  /** Every bit as most of those near it have it. */
  private long[] common(int densest) {
    int[] ones = new int[Bands.COUNT * Bands.BITS];
    int counted = 0;
    for (int i = 0; i < size; i++) {
      if (areNear(densest, i)) {
        counted++;
        for (int bit = 0; bit < ones.length; bit++) {
          ones[bit] += (int) (words[i * Bands.WORDS + bit / Long.SIZE] >>> bit & 1);
        }
      }
    }
    long[] centre = new long[Bands.WORDS];
    for (int bit = 0; bit < ones.length; bit++) {
      centre[bit / Long.SIZE] |= ones[bit] * 2 > counted ? 1L << bit : 0;
    }
    return centre;
  }

  /**
   * What the crowd takes, and in any case the one that it was found by, is not asked again, and
   * counts no more: a hash that only leans towards that crowd is no centre of another.
   */
  private void removeAround(long[] centre, int densest, int[] near) {
    BitSet gone = new BitSet(size);
    for (int i = 0; i < size; i++) {
      gone.set(i, i == densest || Crowd.distance(centre, words, i * Bands.WORDS) <= Crowd.REACH);
    }
    int kept = 0;
    for (int i = gone.nextClearBit(0); i < size; i = gone.nextClearBit(i + 1)) {
      int left = i;
      near[kept] = near[i] - (int) gone.stream().filter(other -> areNear(left, other)).count();
      kept++;
    }
    keepOnly(gone);
  }

  private void keepOnly(BitSet gone) {
    int kept = 0;
    for (int i = gone.nextClearBit(0); i < size; i = gone.nextClearBit(i + 1)) {
      System.arraycopy(words, i * Bands.WORDS, words, kept++ * Bands.WORDS, Bands.WORDS);
    }
    size = kept;
  }
}
