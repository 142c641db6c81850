package eu.gardefou.media.webp;

import java.util.Arrays;

/**
 * Predicts blocks from the pixels above and on the left (RFC 6386, section 12). The plane has a row
 * above the picture and a column on its left, which stand for what is not there.
 */
final class LossyPrediction {
  private LossyPrediction() {}

  /**
   * Predicts a square block of 8 or 16 pixels.
   *
   * @param hasAbove whether there are pixels above, and not only the row that stands for them
   */
  static void large(
      int mode, byte[] plane, int at, int stride, int size, boolean hasAbove, boolean hasLeft) {
    switch (mode) {
      case LossyModes.DC ->
          fill(plane, at, stride, size, mean(plane, at, stride, size, hasAbove, hasLeft));
      case LossyModes.VERTICAL -> {
        for (int y = 0; y < size; y++) {
          System.arraycopy(plane, at - stride, plane, at + y * stride, size);
        }
      }
      case LossyModes.HORIZONTAL -> {
        for (int y = 0; y < size; y++) {
          int row = at + y * stride;
          Arrays.fill(plane, row, row + size, plane[row - 1]);
        }
      }
      default -> trueMotion(plane, at, stride, size);
    }
  }

  private static int mean(
      byte[] plane, int at, int stride, int size, boolean hasAbove, boolean hasLeft) {
    if (!hasAbove && !hasLeft) {
      return 128;
    }
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += hasAbove ? plane[at - stride + i] & 0xFF : 0;
      sum += hasLeft ? plane[at + i * stride - 1] & 0xFF : 0;
    }
    int count = hasAbove && hasLeft ? 2 * size : size;
    return (sum + count / 2) / count;
  }

  private static void fill(byte[] plane, int at, int stride, int size, int value) {
    for (int y = 0; y < size; y++) {
      Arrays.fill(plane, at + y * stride, at + y * stride + size, (byte) value);
    }
  }

  private static void trueMotion(byte[] plane, int at, int stride, int size) {
    int corner = plane[at - stride - 1] & 0xFF;
    for (int y = 0; y < size; y++) {
      int row = at + y * stride;
      int change = (plane[row - 1] & 0xFF) - corner;
      for (int x = 0; x < size; x++) {
        plane[row + x] = (byte) Math.clamp((plane[at - stride + x] & 0xFF) + change, 0, 255);
      }
    }
  }

  /**
   * Predicts a block of 4 by 4 pixels.
   *
   * @param edge the 13 pixels around it: from the lowest on the left up (0 to 3), the corner (4),
   *     and from the first above to the last above on the right (5 to 12)
   */
  static void small(int mode, byte[] plane, int at, int stride, int[] edge) {
    switch (mode) {
      case LossyModes.DC -> {
        int sum = 4;
        for (int i = 0; i < 4; i++) {
          sum += edge[i] + edge[5 + i];
        }
        fill(plane, at, stride, 4, sum >> 3);
      }
      case LossyModes.TRUE_MOTION -> trueMotion(plane, at, stride, 4);
      default -> {
        for (int y = 0; y < 4; y++) {
          for (int x = 0; x < 4; x++) {
            plane[at + y * stride + x] = (byte) direction(mode, x, y, edge);
          }
        }
      }
    }
  }

  private static int direction(int mode, int x, int y, int[] edge) {
    return switch (mode) {
      case LossyModes.VERTICAL -> three(edge, 4 + x);
      case LossyModes.HORIZONTAL -> y == 3 ? around(edge[1], edge[0], edge[0]) : three(edge, 2 - y);
      case LossyModes.LEFT_DOWN ->
          x + y == 6 ? around(edge[11], edge[12], edge[12]) : three(edge, 5 + x + y);
      case LossyModes.RIGHT_DOWN -> three(edge, 3 + x - y);
      case LossyModes.VERTICAL_RIGHT -> verticalRight(x, y, edge);
      case LossyModes.VERTICAL_LEFT -> verticalLeft(x, y, edge);
      case LossyModes.HORIZONTAL_DOWN -> horizontalDown(x, y, edge);
      default -> horizontalUp(x, y, edge);
    };
  }

  private static int verticalRight(int x, int y, int[] edge) {
    int place = 2 * x - y;
    if (place < 0) {
      // Left of the corner's line: along the left edge.
      return three(edge, 4 + place);
    }
    int start = 4 + (place >> 1);
    return (place & 1) == 0 ? two(edge, start) : three(edge, start);
  }

  private static int verticalLeft(int x, int y, int[] edge) {
    int start = 5 + x + (y >> 1);
    if (x == 3 && y > 1) {
      // The standard's own irregularity: these two are smoother than the rest of their lines.
      return y == 2 ? three(edge, 9) : three(edge, 10);
    }
    return (y & 1) == 0 ? two(edge, start) : three(edge, start);
  }

  private static int horizontalDown(int x, int y, int[] edge) {
    int place = 2 * y - x;
    if (place < 0) {
      // Above the corner's line: along the upper edge.
      return three(edge, 3 - place - 1);
    }
    int start = 3 - ((place + 1) >> 1);
    return (place & 1) == 0 ? two(edge, start) : three(edge, start);
  }

  private static int horizontalUp(int x, int y, int[] edge) {
    int place = x + 2 * y;
    if (place > 5) {
      return edge[0];
    }
    if (place == 5) {
      return around(edge[1], edge[0], edge[0]);
    }
    int start = 2 - (place >> 1);
    return (place & 1) == 0 ? two(edge, start) : three(edge, start - 1);
  }

  /** The mean of two neighbours on the edge. */
  private static int two(int[] edge, int first) {
    return (edge[first] + edge[first + 1] + 1) >> 1;
  }

  /** The weighted mean of three neighbours on the edge. */
  private static int three(int[] edge, int first) {
    return around(edge[first], edge[first + 1], edge[first + 2]);
  }

  private static int around(int before, int middle, int after) {
    return (before + 2 * middle + after + 2) >> 2;
  }
}
