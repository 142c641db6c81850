package eu.gardefou.hashing.index;

/**
 * Hashes around one centre, ring by ring, each next to the other in memory.
 *
 * <p>By the triangle inequality, what lies within the radius of a query stands in the rings from
 * its distance to the centre less the radius to that distance and the radius; only those are read,
 * from front to back, which costs a fraction of what probing for as many would.
 */
final class Crowd {
  /** How far from the centre the last ring is. */
  static final int REACH = 64;

  private final long[] centre;

  /** Where each ring begins, and the last one ends. */
  private final int[] starts;

  private final int[] slots;
  private final long[] words;

  private Crowd(long[] centre, int[] starts) {
    this.centre = centre;
    this.starts = starts;
    slots = new int[starts[REACH + 1]];
    words = new long[slots.length * Bands.WORDS];
  }

  /**
   * The crowd of those slots.
   *
   * @param members slots, all of them within reach of the centre
   */
  static Crowd of(long[] centre, int[] members, long[] words) {
    int[] starts = new int[REACH + 2];
    for (int slot : members) {
      starts[distance(centre, words, slot * Bands.WORDS) + 1]++;
    }
    for (int ring = 0; ring <= REACH; ring++) {
      starts[ring + 1] += starts[ring];
    }
    Crowd crowd = new Crowd(centre, starts);
    int[] heads = starts.clone();
    for (int slot : members) {
      crowd.set(heads[distance(centre, words, slot * Bands.WORDS)]++, slot, words);
    }
    return crowd;
  }

  private void set(int place, int slot, long[] from) {
    slots[place] = slot;
    System.arraycopy(from, slot * Bands.WORDS, words, place * Bands.WORDS, Bands.WORDS);
  }

  /** Offers what is within the radius, except what another's crowds already offer. */
  void search(Query query, Slots of, Crowds others) {
    int distance = query.distance(centre, 0);
    int from = starts[Math.min(Math.max(0, distance - query.radius()), REACH + 1)];
    int to = starts[Math.min(distance + query.radius(), REACH) + 1];
    int place = query.nextWithin(words, from, to);
    while (place < to) {
      int at = place * Bands.WORDS;
      if (!others.take(words, at)) {
        of.offerEquals(slots[place], query.distance(words, at), query);
      }
      place = query.nextWithin(words, place + 1, to);
    }
    query.work().crowd += Math.max(0, to - from);
  }

  static int distance(long[] centre, long[] words, int at) {
    return Long.bitCount(centre[0] ^ words[at])
        + Long.bitCount(centre[1] ^ words[at + 1])
        + Long.bitCount(centre[2] ^ words[at + 2])
        + Long.bitCount(centre[3] ^ words[at + 3]);
  }
}
