package eu.gardefou.hashing.index;

/**
 * Fills the band tables one after another, each with a sort by counting.
 *
 * <p>Thrown directly into 65,536 buckets, every entry would wait for memory. So the entries first
 * go into 256 parts by the upper half of the band, and then each part, which fits into the cache,
 * into its buckets. While a band is parted, the sizes of the next one's buckets are counted, as
 * that band is at hand as the neighbour.
 */
final class TableFiller {
  private static final int HALF = Bands.BITS / 2;
  private static final int PARTS = 1 << HALF;

  private final long[] words;
  private final Slots of;
  private final int slots;

  /** Band, neighbouring band and slot in one number. */
  private final long[] parted;

  /** Of the buckets of the band that is next. */
  private int[] sizes;

  private int band;

  TableFiller(Slots of) {
    this.of = of;
    words = of.words();
    slots = of.size();
    parted = new long[of.tabled()];
    sizes = sizesOfFirst();
  }

  /** The table of the first band, then that of the second, and so on. */
  BandTable next() {
    BandTable table = new BandTable(sizes);
    part(table);
    distribute(table);
    band = Bands.next(band);
    return table;
  }

  private int[] sizesOfFirst() {
    int[] counts = new int[Bands.VALUES];
    for (int slot = 0; slot < slots; slot++) {
      if (of.isTabled(slot)) {
        counts[Bands.value(words, slot * Bands.WORDS, 0)]++;
      }
    }
    return counts;
  }

  private void part(BandTable table) {
    int[] heads = new int[PARTS];
    for (int part = 0; part < PARTS; part++) {
      heads[part] = table.start(part << HALF);
    }
    int[] nextSizes = new int[Bands.VALUES];
    int next = Bands.next(band);
    for (int slot = 0; slot < slots; slot++) {
      if (of.isTabled(slot)) {
        int at = slot * Bands.WORDS;
        int value = Bands.value(words, at, band);
        int neighbour = Bands.value(words, at, next);
        nextSizes[neighbour]++;
        long pair = (long) value << Bands.BITS | neighbour;
        parted[heads[value >> HALF]++] = pair << Integer.SIZE | slot;
      }
    }
    sizes = nextSizes;
  }

  private void distribute(BandTable table) {
    int[] heads = new int[Bands.VALUES];
    for (int value = 0; value < Bands.VALUES; value++) {
      heads[value] = table.start(value);
    }
    for (long entry : parted) {
      int value = (int) (entry >>> (Integer.SIZE + Bands.BITS));
      long neighbour = entry >>> Integer.SIZE & (Bands.VALUES - 1);
      table.set(heads[value]++, (int) entry, neighbour);
    }
  }
}
