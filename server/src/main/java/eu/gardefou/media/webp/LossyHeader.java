package eu.gardefou.media.webp;

/** The frame header of a VP8 key frame (RFC 6386, sections 9 and 19.2). */
final class LossyHeader {
  static final int SEGMENTS = 4;
  static final int UNKNOWN = -1;

  private static final int HEADER = 10;
  private static final int[] ALL_SEGMENTS = {255, 255, 255};

  final int width;
  final int height;

  /** The first partition, which goes on with the modes of the blocks. */
  final BoolReader modes;

  /** The partitions of the coefficients, taken in turn by rows. */
  final BoolReader[] coefficients;

  /** Which segment a block belongs to: probabilities of a tree; empty when not said. */
  int[] segmentProbabilities = {};

  final LossySteps[] steps = new LossySteps[SEGMENTS];
  final LossyFilter filter;
  final byte[] probabilities = LossyTables.COEFFICIENTS.clone();

  /** How probable it is that a macroblock has coefficients; {@link #UNKNOWN} when not said. */
  final int skipProbability;

  private boolean segmented;
  private boolean absolute;
  private final int[] segmentSteps = new int[SEGMENTS];
  private final int[] segmentLevels = new int[SEGMENTS];

  LossyHeader(byte[] bytes, int from, int length) {
    if (length < HEADER) {
      throw new MalformedWebp("the header ends too early");
    }
    int tag =
        (bytes[from] & 0xFF) | ((bytes[from + 1] & 0xFF) << 8) | ((bytes[from + 2] & 0xFF) << 16);
    boolean keyFrame = (tag & 1) == 0;
    boolean shown = (tag & 0x10) != 0;
    if (!keyFrame || !shown || ((tag >> 1) & 7) > 3) {
      throw new MalformedWebp("not a key frame to be shown");
    }
    width = side(bytes, from + 6);
    height = side(bytes, from + 8);
    int firstLength = tag >> 5;
    if (firstLength > length - HEADER) {
      throw new MalformedWebp("the first partition ends too early");
    }
    modes = new BoolReader(bytes, from + HEADER, firstLength);
    // The colour space and the clamping that need not be done change nothing.
    modes.number(2);
    readSegments();
    boolean simple = modes.flag();
    int level = modes.number(6);
    int sharpness = modes.number(3);
    filter = new LossyFilter(simple, level, sharpness, readFilterDeltas());
    int count = 1 << modes.number(2);
    int partitions = from + HEADER + firstLength;
    coefficients = partitions(bytes, partitions, from + length, count);
    readSteps();
    filter.setLevels(segmented ? segmentLevels : new int[0], absolute);
    // Whether later frames would use these probabilities.
    modes.flag();
    readProbabilities();
    skipProbability = modes.flag() ? modes.number(8) : UNKNOWN;
  }

  private static int side(byte[] bytes, int at) {
    int side = ((bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8)) & 0x3FFF;
    if (side == 0) {
      throw new MalformedWebp("no pixels");
    }
    return side;
  }

  private void readSegments() {
    segmented = modes.flag();
    if (!segmented) {
      return;
    }
    boolean updatesMap = modes.flag();
    if (modes.flag()) {
      absolute = modes.flag();
      for (int i = 0; i < SEGMENTS; i++) {
        segmentSteps[i] = modes.optional(7);
      }
      for (int i = 0; i < SEGMENTS; i++) {
        segmentLevels[i] = modes.optional(6);
      }
    }
    if (updatesMap) {
      segmentProbabilities = ALL_SEGMENTS.clone();
      for (int i = 0; i < segmentProbabilities.length; i++) {
        segmentProbabilities[i] = modes.flag() ? modes.number(8) : 255;
      }
    }
  }

  /** By reference frame, then by mode; the first of each is what matters to a key frame. */
  private int[] readFilterDeltas() {
    int[] deltas = new int[8];
    boolean used = modes.flag();
    boolean updated = used && modes.flag();
    if (updated) {
      for (int i = 0; i < deltas.length; i++) {
        deltas[i] = modes.optional(6);
      }
    }
    return new int[] {deltas[0], deltas[4]};
  }

  private static BoolReader[] partitions(byte[] bytes, int from, int end, int count) {
    BoolReader[] readers = new BoolReader[count];
    int start = from + 3 * (count - 1);
    if (start > end) {
      throw new MalformedWebp("a partition lies outside of the data");
    }
    for (int i = 0; i < count; i++) {
      int at = from + 3 * i;
      int length = end - start;
      if (i < count - 1) {
        int said =
            (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8) | ((bytes[at + 2] & 0xFF) << 16);
        length = Math.min(said, length);
      }
      readers[i] = new BoolReader(bytes, start, length);
      start += length;
    }
    return readers;
  }

  private void readSteps() {
    int base = modes.number(7);
    int[] deltas = new int[5];
    for (int i = 0; i < deltas.length; i++) {
      deltas[i] = modes.optional(4);
    }
    for (int i = 0; i < SEGMENTS; i++) {
      int own = absolute ? segmentSteps[i] : base + segmentSteps[i];
      steps[i] = LossySteps.of(segmented ? own : base, deltas);
    }
  }

  private void readProbabilities() {
    for (int i = 0; i < probabilities.length; i++) {
      if (modes.bit(LossyTables.COEFFICIENT_UPDATES[i] & 0xFF) != 0) {
        probabilities[i] = (byte) modes.number(8);
      }
    }
  }
}
