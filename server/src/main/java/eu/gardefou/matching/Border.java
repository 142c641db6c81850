package eu.gardefou.matching;

import eu.gardefou.hashing.Cut;
import eu.gardefou.media.Raster;
import java.util.Optional;
import java.util.function.IntBinaryOperator;

/**
 * The plain border of a picture, as letterboxing and screenshots add it, or several around each
 * other: a picture is found without them as well. Each side may have a colour of its own, and a
 * little noise.
 */
final class Border {
  private static final int NOISE = 24;

  /** Of a hundred pixels of a row or column, so many may be another colour. */
  private static final int SPECKS = 2;

  /** Less than so many in a hundred of the area is no border. */
  private static final int LEAST_AREA = 3;

  /** What is left has at least this part of each side, and as many pixels as a hash looks at. */
  private static final int LEAST_PART = 5;

  private static final int LEAST_PIXELS = 64;

  private final int[] rgb;
  private final int stride;
  private int left;
  private int top;
  private int right;
  private int bottom;

  private Border(Raster raster) {
    this.rgb = raster.rgb();
    this.stride = raster.width();
    this.right = raster.width();
    this.bottom = raster.height();
  }

  /** The picture without its border; empty when it has none, or nothing much besides. */
  static Optional<Cut> without(Raster raster) {
    return new Border(raster).trimmed(raster.width(), raster.height());
  }

  private Optional<Cut> trimmed(int width, int height) {
    int leastWidth = Math.max(LEAST_PIXELS, width / LEAST_PART);
    int leastHeight = Math.max(LEAST_PIXELS, height / LEAST_PART);
    int before;
    do {
      before = right - left + bottom - top;
      trimSides(leastWidth, leastHeight);
    } while (right - left + bottom - top < before);
    long rest = (long) (right - left) * (bottom - top);
    return right - left <= leastWidth
            || bottom - top <= leastHeight
            || rest * 100 > (long) width * height * (100 - LEAST_AREA)
        ? Optional.empty()
        : Optional.of(new Cut(left, top, right - left, bottom - top));
  }

  /** One border; what it held may have one of another colour. */
  private void trimSides(int leastWidth, int leastHeight) {
    while (bottom - top > leastHeight && isPlain(this::inRow, top, left, right)) {
      top++;
    }
    while (bottom - top > leastHeight && isPlain(this::inRow, bottom - 1, left, right)) {
      bottom--;
    }
    while (right - left > leastWidth && isPlain(this::inColumn, left, top, bottom)) {
      left++;
    }
    while (right - left > leastWidth && isPlain(this::inColumn, right - 1, top, bottom)) {
      right--;
    }
  }

  private int inRow(int row, int x) {
    return rgb[row * stride + x];
  }

  private int inColumn(int column, int y) {
    return rgb[y * stride + column];
  }

  private static boolean isPlain(IntBinaryOperator pixel, int line, int from, int to) {
    int colour = pixel.applyAsInt(line, (from + to) / 2);
    int others = (to - from) * SPECKS / 100;
    for (int at = from; at < to; at++) {
      if (!alike(colour, pixel.applyAsInt(line, at)) && --others < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(int one, int other) {
    return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) <= NOISE
        && Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) <= NOISE
        && Math.abs((one & 0xff) - (other & 0xff)) <= NOISE;
  }
}
