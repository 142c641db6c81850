package eu.gardefou.media.webp;

/** From coefficients to differences (RFC 6386, section 14). */
final class LossyTransform {
  private LossyTransform() {}

  /** Transforms the means of the luma blocks and makes each the first value of its block. */
  static void spreadMeans(int[] means, int[] blocks) {
    int[] half = new int[16];
    for (int i = 0; i < 4; i++) {
      int a = means[i] + means[12 + i];
      int b = means[4 + i] + means[8 + i];
      int c = means[4 + i] - means[8 + i];
      int d = means[i] - means[12 + i];
      half[i] = a + b;
      half[8 + i] = a - b;
      half[4 + i] = d + c;
      half[12 + i] = d - c;
    }
    for (int i = 0; i < 4; i++) {
      int first = half[4 * i] + 3;
      int a = first + half[4 * i + 3];
      int b = half[4 * i + 1] + half[4 * i + 2];
      int c = half[4 * i + 1] - half[4 * i + 2];
      int d = first - half[4 * i + 3];
      blocks[64 * i] = (short) ((a + b) >> 3);
      blocks[64 * i + 16] = (short) ((d + c) >> 3);
      blocks[64 * i + 32] = (short) ((a - b) >> 3);
      blocks[64 * i + 48] = (short) ((d - c) >> 3);
    }
  }

  /** Transforms the block at {@code from} and adds it to the 4 by 4 pixels at {@code to}. */
  static void add(int[] values, int from, byte[] plane, int to, int stride) {
    if (onlyMean(values, from)) {
      addMean(values[from], plane, to, stride);
      return;
    }
    int[] half = new int[16];
    for (int i = 0; i < 4; i++) {
      int at = from + i;
      int a = values[at] + values[at + 8];
      int b = values[at] - values[at + 8];
      int c = lower(values[at + 4]) - upper(values[at + 12]);
      int d = upper(values[at + 4]) + lower(values[at + 12]);
      half[4 * i] = a + d;
      half[4 * i + 1] = b + c;
      half[4 * i + 2] = b - c;
      half[4 * i + 3] = a - d;
    }
    for (int i = 0; i < 4; i++) {
      int first = half[i] + 4;
      int a = first + half[8 + i];
      int b = first - half[8 + i];
      int c = lower(half[4 + i]) - upper(half[12 + i]);
      int d = upper(half[4 + i]) + lower(half[12 + i]);
      int row = to + i * stride;
      put(plane, row, a + d);
      put(plane, row + 1, b + c);
      put(plane, row + 2, b - c);
      put(plane, row + 3, a - d);
    }
  }

  private static boolean onlyMean(int[] values, int from) {
    int any = 0;
    for (int i = 1; i < 16; i++) {
      any |= values[from + i];
    }
    return any == 0;
  }

  private static void addMean(int mean, byte[] plane, int to, int stride) {
    if (mean == 0) {
      return;
    }
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        put(plane, to + y * stride + x, mean + 4);
      }
    }
  }

  private static void put(byte[] plane, int at, int eighths) {
    plane[at] = (byte) Math.clamp((plane[at] & 0xFF) + (eighths >> 3), 0, 255);
  }

  /** Times the square root of 2 and the cosine of an eighth of a turn's half. */
  private static int upper(int value) {
    return value + ((value * 20_091) >> 16);
  }

  /** Times the square root of 2 and the sine of it. */
  private static int lower(int value) {
    return (value * 35_468) >> 16;
  }
}
