package eu.gardefou.media;

/**
 * How a camera was held: the eight values of the EXIF tag Orientation (CIPA DC-008, section 4.6.5),
 * in its order from 1.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  ROTATED_180(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  ROTATED_90(true, false, true),
  TRANSVERSED(true, true, true),
  ROTATED_270(true, true, false);

  private static final int BLOCK = 64;

  private final boolean swapsSides;
  private final boolean fromRight;
  private final boolean fromBottom;

  Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
    this.swapsSides = swapsSides;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** The orientation with this number; viewers take numbers outside 1 to 8 for upright. */
  static Orientation of(int number) {
    return number >= 1 && number <= 8 ? values()[number - 1] : UPRIGHT;
  }

  /** What undoes this one. */
  Orientation inverse() {
    return switch (this) {
      case ROTATED_90 -> ROTATED_270;
      case ROTATED_270 -> ROTATED_90;
      case UPRIGHT, MIRRORED, ROTATED_180, FLIPPED, TRANSPOSED, TRANSVERSED -> this;
    };
  }

  int width(int storedWidth, int storedHeight) {
    return swapsSides ? storedHeight : storedWidth;
  }

  int height(int storedWidth, int storedHeight) {
    return swapsSides ? storedWidth : storedHeight;
  }

  /** Stored pixels, turned upright. The array itself when nothing is to be turned. */
  int[] turn(int[] stored, int storedWidth, int storedHeight) {
    if (this == UPRIGHT) {
      return stored;
    }
    int width = width(storedWidth, storedHeight);
    int height = height(storedWidth, storedHeight);
    int[] turned = new int[stored.length];
    int stepX = swapsSides ? storedWidth : 1;
    int stepY = swapsSides ? 1 : storedWidth;
    int start = 0;
    if (fromRight) {
      start += storedWidth - 1;
      if (swapsSides) {
        stepY = -stepY;
      } else {
        stepX = -stepX;
      }
    }
    if (fromBottom) {
      start += (storedHeight - 1) * storedWidth;
      if (swapsSides) {
        stepX = -stepX;
      } else {
        stepY = -stepY;
      }
    }
    // Block by block, because a column of a large picture does not fit the processor's cache.
    for (int top = 0; top < height; top += BLOCK) {
      for (int left = 0; left < width; left += BLOCK) {
        int bottom = Math.min(height, top + BLOCK);
        int right = Math.min(width, left + BLOCK);
        for (int y = top; y < bottom; y++) {
          int from = start + y * stepY + left * stepX;
          for (int to = y * width + left; to < y * width + right; to++, from += stepX) {
            turned[to] = stored[from];
          }
        }
      }
    }
    return turned;
  }
}
