package eu.gardefou.benchmarks;

/** How much heap a bank wants while it is built and asked. */
final class Heap {
  private static final long BYTES_A_HASH = 190;
  private static final long FIXED_MEGABYTES = 600;

  private Heap() {}

  /** In megabytes: the tables, what filling them takes, and room for the collector. */
  static long megabytes(int size) {
    return FIXED_MEGABYTES + ((size * BYTES_A_HASH) >> 20);
  }
}
