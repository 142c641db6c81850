package eu.gardefou.prompts;

/**
 * Tells of most hashes that they were never added, in two steps and little memory: two bits for
 * each that was (B. H. Bloom, 1970).
 */
final class HashSieve {
  private static final int BITS = 1 << 20;
  private static final long SPREAD = 0xD6E8FEB86659FD93L;

  private final long[] bits = new long[BITS / Long.SIZE];

  void add(long hash) {
    int first = first(hash);
    int second = second(hash);
    bits[first / Long.SIZE] |= 1L << first;
    bits[second / Long.SIZE] |= 1L << second;
  }

  /** False only for what was never added. */
  boolean mayHave(long hash) {
    return isSet(first(hash)) && isSet(second(hash));
  }

  private boolean isSet(int bit) {
    return (bits[bit / Long.SIZE] & 1L << bit) != 0;
  }

  private static int first(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (BITS - 1);
  }

  private static int second(long hash) {
    return (int) ((hash * SPREAD) >>> 40) & (BITS - 1);
  }
}
