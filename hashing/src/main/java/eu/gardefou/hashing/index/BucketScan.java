package eu.gardefou.hashing.index;

/**
 * Probes the band tables for one query: gathers the buckets, marks the entries whose neighbouring
 * band is near enough, and compares the hashes of those in full.
 *
 * <p>Gathering copies the buckets into one small array. That costs little, lets the memory fetch
 * many buckets at once, and leaves one long loop of plain arithmetic instead of hundreds of short
 * ones, which is what the JIT compiler needs to use vector instructions. Buffers are kept for the
 * next query of a batch. Used by one thread.
 */
final class BucketScan {
  private static final int ROOM = 512;
  private static final int CANDIDATES = 256;
  private static final long EVERY_LANE = 0x0001_0001_0001_0001L;
  private static final int MARK = 0x8000;
  private static final long EVERY_MARK = 0x8000_8000_8000_8000L;

  private final long[] gathered = new long[ROOM];
  private final long[] marks = new long[ROOM];
  private int filled;

  /* Pieces of buckets in the gathered words: where each ends, which words they were, which entries. */
  private final int[] pieceEnd = new int[ROOM];
  private final int[] pieceShift = new int[ROOM];
  private final int[] pieceFrom = new int[ROOM];
  private final int[] pieceTo = new int[ROOM];
  private int pieces;

  /** Band and entry in one number. */
  private final long[] candidates = new long[CANDIDATES];

  private final int[] slots = new int[CANDIDATES];
  private final int[] distances = new int[CANDIDATES];
  private int candidateCount;

  /** What a query is answered from. */
  private record Task(MultiIndex index, Thresholds thresholds, Query query) {}

  /** Whether everything was found; if not, more had to be compared than in a scan. */
  boolean search(MultiIndex index, Thresholds thresholds, Query query) {
    Task task = new Task(index, thresholds, query);
    filled = 0;
    pieces = 0;
    candidateCount = 0;
    for (int band = 0; band < Bands.COUNT; band++) {
      for (int flips = 0; flips <= thresholds.flips(band); flips++) {
        probe(task, band, flips);
        if (query.work().verified > index.mostVerified()) {
          return false;
        }
      }
    }
    compareCandidates(task);
    return true;
  }

  private void probe(Task task, int band, int flips) {
    BandTable table = task.index().table(band);
    int value = task.query().band(band);
    Work work = task.query().work();
    for (char mask : Bands.masks(flips)) {
      int from = table.start(value ^ mask);
      int to = table.end(value ^ mask);
      work.probes++;
      work.entries += to - from;
      while (from < to && work.verified <= task.index().mostVerified()) {
        if (filled == ROOM) {
          sift(task, band, flips);
        }
        from = gather(table, from, to);
      }
    }
    sift(task, band, flips);
  }

  /** Copies entries from {@code from} on, as far as there is room; says how far it came. */
  private int gather(BandTable table, int from, int to) {
    int firstWord = from / BandTable.LANES;
    int lastWord = (to - 1) / BandTable.LANES;
    int words = Math.min(lastWord - firstWord + 1, ROOM - filled);
    System.arraycopy(table.neighbours(), firstWord, gathered, filled, words);
    int reached = (int) Math.min(to, (firstWord + (long) words) * BandTable.LANES);
    pieceShift[pieces] = firstWord - filled;
    pieceFrom[pieces] = from;
    pieceTo[pieces] = reached;
    filled += words;
    pieceEnd[pieces++] = filled;
    return reached;
  }

  /** Turns the gathered entries that are near enough into candidates. */
  private void sift(Task task, int band, int flips) {
    int wanted = task.query().band(Bands.next(band));
    mark(gathered, marks, filled, wanted, task.thresholds().nextLimit(band, flips));
    int piece = 0;
    for (int word = 0; word < filled; word++) {
      if (marks[word] != 0) {
        while (pieceEnd[piece] <= word) {
          piece++;
        }
        addMarked(task, band, piece, word);
      }
    }
    filled = 0;
    pieces = 0;
  }

  /**
   * Sets the top bit of every lane that differs from {@code wanted} in at most {@code limit} bits:
   * the bits of four lanes are counted side by side, in halves, quarters, bytes, lanes.
   */
  private static void mark(long[] lanes, long[] marks, int words, int wanted, int limit) {
    long pattern = wanted * EVERY_LANE;
    long bound = (MARK | limit) * EVERY_LANE;
    for (int i = 0; i < words; i++) {
      long x = lanes[i] ^ pattern;
      x -= x >>> 1 & 0x5555_5555_5555_5555L;
      x = (x & 0x3333_3333_3333_3333L) + (x >>> 2 & 0x3333_3333_3333_3333L);
      x = x + (x >>> 4) & 0x0f0f_0f0f_0f0f_0f0fL;
      x = x + (x >>> 8) & 0x00ff_00ff_00ff_00ffL;
      marks[i] = bound - x & EVERY_MARK;
    }
  }

  private void addMarked(Task task, int band, int piece, int word) {
    for (long left = marks[word]; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left) / Bands.BITS;
      int entry = (pieceShift[piece] + word) * BandTable.LANES + lane;
      // The first and the last word of a bucket have lanes of the buckets beside it.
      if (entry >= pieceFrom[piece] && entry < pieceTo[piece]) {
        if (candidateCount == CANDIDATES) {
          compareCandidates(task);
        }
        candidates[candidateCount++] = (long) band << Integer.SIZE | entry;
      }
    }
  }

  private void compareCandidates(Task task) {
    Query query = task.query();
    // In a loop of its own, without branches, so that the memory fetches many hashes at once.
    for (int i = 0; i < candidateCount; i++) {
      int band = (int) (candidates[i] >>> Integer.SIZE);
      slots[i] = task.index().table(band).slot((int) candidates[i]);
      long[] words = task.index().slots(band).words();
      distances[i] = query.distance(words, slots[i] * Bands.WORDS);
    }
    for (int i = 0; i < candidateCount; i++) {
      int band = (int) (candidates[i] >>> Integer.SIZE);
      if (distances[i] <= query.radius()) {
        Slots of = task.index().slots(band);
        int at = slots[i] * Bands.WORDS;
        if (task.thresholds().isFirstWitness(band, query, of.words(), at)
            && !task.index().isInCrowd(band, of.words(), at)) {
          of.offerEquals(slots[i], distances[i], query);
        }
      }
    }
    query.work().verified += candidateCount;
    candidateCount = 0;
  }
}
