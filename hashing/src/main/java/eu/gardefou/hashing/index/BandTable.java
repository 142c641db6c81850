package eu.gardefou.hashing.index;

/**
 * The hashes by the value of one band: bucket after bucket in flat arrays, where each entry is a
 * slot and, apart from it, the neighbouring band of that hash.
 *
 * <p>The neighbouring bands lie four to a word, so that a search compares four at a time with plain
 * arithmetic, and more where the JIT compiler turns the loop into vector instructions.
 */
final class BandTable {
  /** Entries in one word. */
  static final int LANES = 4;

  private final int[] starts;
  private final int[] slots;
  private final long[] neighbours;

  private BandTable(int[] starts, int[] slots, long[] neighbours) {
    this.starts = starts;
    this.slots = slots;
    this.neighbours = neighbours;
  }

  /** Sorts by counting: one pass for the sizes of the buckets, one to fill them. */
  static BandTable of(long[] words, EqualHashes equal, int band) {
    int[] heads = new int[Bands.VALUES + 1];
    int count = words.length / Bands.WORDS;
    for (int slot = 0; slot < count; slot++) {
      if (equal.isRepresentative(slot)) {
        heads[Bands.value(words, slot * Bands.WORDS, band) + 1]++;
      }
    }
    for (int value = 0; value < Bands.VALUES; value++) {
      heads[value + 1] += heads[value];
    }
    int[] starts = heads.clone();
    int[] slots = new int[starts[Bands.VALUES]];
    long[] neighbours = new long[(int) ((slots.length + (LANES - 1L)) / LANES)];
    int next = Bands.next(band);
    for (int slot = 0; slot < count; slot++) {
      if (equal.isRepresentative(slot)) {
        int at = slot * Bands.WORDS;
        int entry = heads[Bands.value(words, at, band)]++;
        slots[entry] = slot;
        neighbours[entry / LANES] |= (long) Bands.value(words, at, next) << shift(entry);
      }
    }
    return new BandTable(starts, slots, neighbours);
  }

  int start(int value) {
    return starts[value];
  }

  int end(int value) {
    return starts[value + 1];
  }

  int slot(int entry) {
    return slots[entry];
  }

  long[] neighbours() {
    return neighbours;
  }

  private static int shift(int entry) {
    return (entry & LANES - 1) * Bands.BITS;
  }
}
