package eu.gardefou.media.webp;

import java.util.Arrays;

/** How the blocks of a macroblock are predicted (RFC 6386, sections 8.1 and 11). */
final class LossyModes {
  static final int DC = 0;
  static final int TRUE_MOTION = 1;
  static final int VERTICAL = 2;
  static final int HORIZONTAL = 3;
  static final int LEFT_DOWN = 4;
  static final int RIGHT_DOWN = 5;
  static final int VERTICAL_RIGHT = 6;
  static final int VERTICAL_LEFT = 7;
  static final int HORIZONTAL_DOWN = 8;
  static final int HORIZONTAL_UP = 9;

  private static final int MODES = 10;

  private final LossyHeader header;
  private final BoolReader bits;
  private final byte[] above;
  private final byte[] left = new byte[4];

  /** The macroblock that was read last. */
  int segment;

  boolean skipped;
  boolean small;
  int luma;
  int chroma;
  final byte[] smallModes = new byte[16];

  LossyModes(LossyHeader header, int macroblocksAcross) {
    this.header = header;
    this.bits = header.modes;
    this.above = new byte[4 * macroblocksAcross];
  }

  void beginRow() {
    Arrays.fill(left, (byte) DC);
  }

  /** Reads the modes of the next macroblock of the row. */
  void read(int column) {
    int[] segments = header.segmentProbabilities;
    if (segments.length > 0) {
      boolean upper = bits.bit(segments[0]) != 0;
      segment = upper ? 2 + bits.bit(segments[2]) : bits.bit(segments[1]);
    }
    skipped =
        header.skipProbability != LossyHeader.UNKNOWN && bits.bit(header.skipProbability) != 0;
    small = bits.bit(145) == 0;
    if (small) {
      readSmall(4 * column);
    } else {
      luma = readLuma();
      Arrays.fill(above, 4 * column, 4 * column + 4, (byte) luma);
      Arrays.fill(left, (byte) luma);
    }
    chroma = readChroma();
  }

  private int readLuma() {
    if (bits.bit(156) != 0) {
      return bits.bit(128) != 0 ? TRUE_MOTION : HORIZONTAL;
    }
    return bits.bit(163) != 0 ? VERTICAL : DC;
  }

  private int readChroma() {
    if (bits.bit(142) == 0) {
      return DC;
    }
    if (bits.bit(114) == 0) {
      return VERTICAL;
    }
    return bits.bit(183) != 0 ? TRUE_MOTION : HORIZONTAL;
  }

  private void readSmall(int firstAbove) {
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        int context = 9 * (MODES * above[firstAbove + x] + left[y]);
        int node = 0;
        do {
          int probability = LossyTables.SMALL_MODES[context + (node >> 1)] & 0xFF;
          node = LossyTables.SMALL_MODE_TREE[node + bits.bit(probability)];
        } while (node > 0);
        byte mode = (byte) -node;
        above[firstAbove + x] = mode;
        left[y] = mode;
        smallModes[4 * y + x] = mode;
      }
    }
  }
}
