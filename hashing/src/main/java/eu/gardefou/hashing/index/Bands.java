package eu.gardefou.hashing.index;

/** How a hash is cut: sixteen bands of sixteen bits, on a ring, the most significant first. */
final class Bands {
  static final int COUNT = 16;
  static final int BITS = 16;
  static final int VALUES = 1 << BITS;

  /** How many words of 64 bits a hash has. */
  static final int WORDS = 4;

  /** More flips a band would cost more probes than a scan costs comparisons. */
  static final int MOST_FLIPS = 3;

  /** By number of flips: what to exclusive-or a band with to get all values that far from it. */
  private static final char[][] FLIPS = flips();

  private Bands() {}

  /** The band of the hash whose words begin at {@code at}. */
  static int value(long[] words, int at, int band) {
    return value(words[at + (band >> 2)], band);
  }

  /** The band, given the word that it lies in. */
  static int value(long word, int band) {
    return (int) (word >>> ((3 - (band & 3)) * BITS)) & (VALUES - 1);
  }

  static int next(int band) {
    return (band + 1) & (COUNT - 1);
  }

  static char[] masks(int flips) {
    return FLIPS[flips];
  }

  /** How many values lie within that many flips of a value. */
  static int probes(int flips) {
    int probes = 0;
    for (int d = 0; d <= flips; d++) {
      probes += FLIPS[d].length;
    }
    return probes;
  }

  private static char[][] flips() {
    StringBuilder[] byCount = new StringBuilder[BITS + 1];
    for (int d = 0; d <= BITS; d++) {
      byCount[d] = new StringBuilder();
    }
    for (int value = 0; value < VALUES; value++) {
      byCount[Integer.bitCount(value)].append((char) value);
    }
    char[][] flips = new char[MOST_FLIPS + 1][];
    for (int d = 0; d <= MOST_FLIPS; d++) {
      flips[d] = byCount[d].toString().toCharArray();
    }
    return flips;
  }
}
