package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;

/** What is searched for and what was found of it so far. Used by one thread. */
final class Query {
  private final long w0;
  private final long w1;
  private final long w2;
  private final long w3;
  private final int radius;
  private final View view;
  private final Nearest nearest;
  private final Work work = new Work();

  Query(PdqHash hash, int radius, int limit, View view) {
    w0 = hash.w0();
    w1 = hash.w1();
    w2 = hash.w2();
    w3 = hash.w3();
    this.radius = radius;
    this.view = view;
    this.nearest = new Nearest(limit);
  }

  int radius() {
    return radius;
  }

  Neighbours answer() {
    return nearest.toNeighbours();
  }

  Work work() {
    return work;
  }

  int band(int band) {
    return Bands.value(word(band >> 2), band);
  }

  int bandDistance(long[] words, int at, int band) {
    return Integer.bitCount(band(band) ^ Bands.value(words, at, band));
  }

  /** The distance to the hash whose words begin at {@code at}. */
  int distance(long[] words, int at) {
    return Long.bitCount(words[at] ^ w0)
        + Long.bitCount(words[at + 1] ^ w1)
        + Long.bitCount(words[at + 2] ^ w2)
        + Long.bitCount(words[at + 3] ^ w3);
  }

  /** The first hash from {@code from} on that is within the radius, or {@code to}. */
  int nextWithin(long[] words, int from, int to) {
    for (int slot = from; slot < to; slot++) {
      int at = slot * Bands.WORDS;
      int half = Long.bitCount(words[at] ^ w0) + Long.bitCount(words[at + 1] ^ w1);
      // Of unrelated hashes hardly any passes half the test.
      if (half <= radius && distance(words, at) <= radius) {
        return slot;
      }
    }
    return to;
  }

  /** Takes note of an id of the snapshot, unless it was changed or removed since. */
  void offer(long id, int distance) {
    if (!nearest.isClosedTo(id, distance) && view.isUnchanged(id)) {
      nearest.offer(id, distance);
    }
  }

  /** Takes note of an id that is known to be current. */
  void offerCurrent(long id, int distance) {
    nearest.offer(id, distance);
  }

  /** Whether offering the id would change nothing. */
  boolean isClosedTo(long id, int distance) {
    return nearest.isClosedTo(id, distance);
  }

  /** Forgets what was found, because all of it will be offered again. */
  void startAgain() {
    nearest.clear();
  }

  private long word(int index) {
    return switch (index) {
      case 0 -> w0;
      case 1 -> w1;
      case 2 -> w2;
      default -> w3;
    };
  }
}
