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

  /** A table with buckets of those sizes, yet to be filled. */
  BandTable(int[] sizes) {
    starts = new int[Bands.VALUES + 1];
    for (int value = 0; value < Bands.VALUES; value++) {
      starts[value + 1] = starts[value] + sizes[value];
    }
    int entries = starts[Bands.VALUES];
    slots = new int[entries];
    neighbours = new long[(int) ((entries + (LANES - 1L)) / LANES)];
  }

  /** Only while the table is filled, and once an entry. */
  void set(int entry, int slot, long neighbour) {
    slots[entry] = slot;
    neighbours[entry / LANES] |= neighbour << (entry % LANES * Bands.BITS);
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
}
