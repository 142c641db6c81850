package eu.gardefou.media.webp;

import java.util.Arrays;

/** Reads the coefficients of macroblocks (RFC 6386, section 13). */
final class LossyCoefficients {
  private static final int BLOCKS = 24;
  private static final int AFTER_MEANS = 0;
  private static final int MEANS = 1;
  private static final int CHROMA = 2;
  private static final int WHOLE = 3;
  private static final int CONTEXT = 11;
  private static final int BAND = 3 * CONTEXT;
  private static final int KIND = 8 * BAND;

  private final byte[] probabilities;
  // Whether the neighbouring blocks had coefficients: 4 luma, 2 and 2 chroma, 1 means.
  private final byte[] above;
  private final byte[] left = new byte[9];
  private final int[] means = new int[16];

  /** Coefficients of 16 luma blocks, 4 of the one chroma and 4 of the other, row by row. */
  final int[] values = new int[16 * BLOCKS];

  LossyCoefficients(LossyHeader header, int macroblocksAcross) {
    this.probabilities = header.probabilities;
    this.above = new byte[9 * macroblocksAcross];
  }

  void beginRow() {
    Arrays.fill(left, (byte) 0);
  }

  /** A macroblock without coefficients. */
  void skip(int column, boolean small) {
    Arrays.fill(values, 0);
    int ofMeans = 9 * column + 8;
    byte aboveMeans = small ? above[ofMeans] : 0;
    Arrays.fill(above, 9 * column, 9 * column + 9, (byte) 0);
    above[ofMeans] = aboveMeans;
    byte leftMeans = small ? left[8] : 0;
    Arrays.fill(left, (byte) 0);
    left[8] = leftMeans;
  }

  /** Reads a macroblock; false when all its coefficients are zero. */
  boolean read(BoolReader bits, int column, boolean small, LossySteps steps) {
    Arrays.fill(values, 0);
    int top = 9 * column;
    boolean any = false;
    int first = 0;
    if (!small) {
      readMeans(bits, top, steps);
      first = 1;
    }
    int kind = small ? WHOLE : AFTER_MEANS;
    for (int block = 0; block < 16; block++) {
      int x = top + (block & 3);
      int y = block >> 2;
      any |= readBlock(bits, block, kind, first, x, y, steps.lumaDc(), steps.lumaAc());
    }
    for (int block = 0; block < 8; block++) {
      int plane = 4 + (block >> 2) * 2;
      int x = top + plane + (block & 1);
      int y = plane + ((block >> 1) & 1);
      any |= readBlock(bits, 16 + block, CHROMA, 0, x, y, steps.chromaDc(), steps.chromaAc());
    }
    return any;
  }

  private void readMeans(BoolReader bits, int top, LossySteps steps) {
    Arrays.fill(means, 0);
    int context = above[top + 8] + left[8];
    int end = read(bits, MEANS, context, 0, means, 0, steps.meanDc(), steps.meanAc());
    byte some = (byte) (end > 0 ? 1 : 0);
    above[top + 8] = some;
    left[8] = some;
    LossyTransform.spreadMeans(means, values);
  }

  private boolean readBlock(
      BoolReader bits, int block, int kind, int first, int x, int y, int dc, int ac) {
    int end = read(bits, kind, above[x] + left[y], first, values, 16 * block, dc, ac);
    byte some = (byte) (end > first ? 1 : 0);
    above[x] = some;
    left[y] = some;
    return some != 0 || values[16 * block] != 0;
  }

  /** Reads one block and says after which coefficient it ended. */
  private int read(
      BoolReader bits, int kind, int context, int first, int[] into, int at, int dc, int ac) {
    int kindAt = kind * KIND;
    int n = first;
    int p = kindAt + LossyTables.BANDS[n] * BAND + context * CONTEXT;
    while (n < 16) {
      if (bits.bit(probabilities[p] & 0xFF) == 0) {
        return n;
      }
      while (bits.bit(probabilities[p + 1] & 0xFF) == 0) {
        n++;
        if (n == 16) {
          return 16;
        }
        p = kindAt + LossyTables.BANDS[n] * BAND;
      }
      int next = kindAt + LossyTables.BANDS[n + 1] * BAND;
      int value;
      if (bits.bit(probabilities[p + 2] & 0xFF) == 0) {
        value = 1;
        p = next + CONTEXT;
      } else {
        value = large(bits, p);
        p = next + 2 * CONTEXT;
      }
      int signed = bits.flag() ? -value : value;
      // Decoders keep 16 bits, which matters only to files that are made to overflow.
      into[at + LossyTables.ZIGZAG[n]] = (short) (signed * (n > 0 ? ac : dc));
      n++;
    }
    return 16;
  }

  private int large(BoolReader bits, int p) {
    if (bits.bit(probabilities[p + 3] & 0xFF) == 0) {
      if (bits.bit(probabilities[p + 4] & 0xFF) == 0) {
        return 2;
      }
      return 3 + bits.bit(probabilities[p + 5] & 0xFF);
    }
    if (bits.bit(probabilities[p + 6] & 0xFF) == 0) {
      if (bits.bit(probabilities[p + 7] & 0xFF) == 0) {
        return 5 + bits.bit(159);
      }
      return 7 + 2 * bits.bit(165) + bits.bit(145);
    }
    int upper = bits.bit(probabilities[p + 8] & 0xFF);
    int category = 2 * upper + bits.bit(probabilities[p + 9 + upper] & 0xFF);
    int extra = 0;
    for (int probability : LossyTables.LARGE[category]) {
      extra = 2 * extra + bits.bit(probability);
    }
    return 3 + (8 << category) + extra;
  }
}
