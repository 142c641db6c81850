package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import org.jspecify.annotations.Nullable;

/** Finds a plain border, in which somebody may have wrapped a picture to make it small. */
final class Border {
  /** How far a border's colours may be from the colour of its corner, in each channel. */
  private static final int ALIKE = 24;

  /** So many pixels of a hundred may be otherwise, such as a signature's. */
  private static final int OTHERWISE = 2;

  private static final double TRIMMED = 0.9;
  private static final int SMALLEST = 8;

  private Border() {}

  /** What lies inside a plain border; null when there is no border worth the name. */
  static @Nullable Region inside(View view) {
    Raster small = view.small();
    int top = 0;
    while (top < small.height() && isPlain(small, top, true, 0)) {
      top++;
    }
    int bottom = small.height();
    while (bottom > top && isPlain(small, bottom - 1, true, small.height() - 1)) {
      bottom--;
    }
    int left = 0;
    while (left < small.width() && isPlain(small, left, false, 0)) {
      left++;
    }
    int right = small.width();
    while (right > left && isPlain(small, right - 1, false, small.width() - 1)) {
      right--;
    }
    int width = right - left;
    int height = bottom - top;
    boolean little = width < SMALLEST || height < SMALLEST;
    if (little || (double) width * height > TRIMMED * small.width() * small.height()) {
      return null;
    }
    return new Region(left, top, width, height).in(small, view.raster());
  }

  /** Whether a row or column has nearly everywhere the colour of the first pixel at the edge. */
  private static boolean isPlain(Raster small, int line, boolean row, int edge) {
    int length = row ? small.width() : small.height();
    int corner = row ? small.rgb()[edge * small.width()] : small.rgb()[edge];
    int otherwise = 0;
    for (int i = 0; i < length; i++) {
      int pixel =
          row ? small.rgb()[line * small.width() + i] : small.rgb()[i * small.width() + line];
      otherwise += isAlike(pixel, corner) ? 0 : 1;
    }
    return otherwise * 100 <= OTHERWISE * length;
  }

  private static boolean isAlike(int a, int b) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) > ALIKE) {
        return false;
      }
    }
    return true;
  }
}
