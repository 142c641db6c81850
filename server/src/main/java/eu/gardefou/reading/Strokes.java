package eu.gardefou.reading;

import eu.gardefou.media.Raster;

/**
 * Marks that somebody drew over a photograph: arrows, circles, scribbles. What tells them from what
 * a camera sees: one strong colour without shade, long and thin, on a ground that is not flat.
 */
final class Strokes {
  private static final int PIXELS = 600_000;
  private static final int STRONG = 110;
  private static final int BRIGHT = 140;
  private static final int SAME_COLOUR = 26;
  private static final int FEWEST_PIXELS = 40;
  private static final double LARGEST = 0.15;
  private static final double LONG = 0.12;
  private static final double THIN = 8;
  private static final double THICKEST = 0.05;
  private static final double FLAT_GROUND = 0.6;
  private static final double MOST_SPREAD = 16;
  private static final int SHARP = 130;
  private static final double SHARP_EDGE = 0.8;
  private static final int BEYOND = 4;
  private static final double FRAME = 0.95;

  private final int width;
  private final int height;
  private final int[] rgb;
  private final boolean[] seen;
  private final int[] stack;

  private Strokes(int width, int height, int[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    seen = new boolean[rgb.length];
    stack = new int[rgb.length];
  }

  /** The share of the picture, 0 to 1, that strokes cover. */
  static double share(Raster picture) {
    double area = (double) picture.width() * picture.height();
    double scale = Math.min(1, Math.sqrt(PIXELS / area));
    int width = (int) Math.max(1, Math.round(picture.width() * scale));
    int height = (int) Math.max(1, Math.round(picture.height() * scale));
    // Single pixels rather than averages: an average of flat colours is not flat at its edges.
    int[] rgb = new int[width * height];
    int[] all = picture.rgb();
    for (int y = 0; y < height; y++) {
      int from = (int) ((y + 0.5) * picture.height() / height);
      int row = from * picture.width();
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = all[row + (int) ((x + 0.5) * picture.width() / width)];
      }
    }
    return new Strokes(width, height, rgb).covered() / rgb.length;
  }

  private double covered() {
    double covered = 0;
    for (int i = 0; i < rgb.length; i++) {
      if (!seen[i] && isStrong(rgb[i])) {
        int size = grow(i);
        if (isStroke(size)) {
          covered += size;
        }
      }
    }
    return covered;
  }

  private static boolean isStrong(int colour) {
    int red = colour >> 16 & 0xFF;
    int green = colour >> 8 & 0xFF;
    int blue = colour & 0xFF;
    int most = Math.max(red, Math.max(green, blue));
    return most >= BRIGHT && most - Math.min(red, Math.min(green, blue)) >= STRONG;
  }

  private static boolean alike(int a, int b) {
    return Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)) <= SAME_COLOUR
        && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) <= SAME_COLOUR
        && Math.abs((a & 0xFF) - (b & 0xFF)) <= SAME_COLOUR;
  }

  /** Collects what has the colour of its first pixel; the answer is how much. */
  private int grow(int start) {
    int size = 0;
    int read = 0;
    seen[start] = true;
    stack[size++] = start;
    while (read < size) {
      int at = stack[read++];
      int x = at % width;
      int y = at / width;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int next = ny * width + nx;
          if (!seen[next] && alike(rgb[next], rgb[start])) {
            seen[next] = true;
            stack[size++] = next;
          }
        }
      }
    }
    return size;
  }

  private boolean isStroke(int size) {
    if (size < FEWEST_PIXELS || size > LARGEST * rgb.length) {
      return false;
    }
    Shape shape = shape(size);
    double side = Math.min(width, height);
    double thickness = 2.0 * size / Math.max(1, shape.edge());
    double length = size / thickness;
    boolean frame = shape.across() >= FRAME * width && shape.down() >= FRAME * height;
    return !frame
        && length >= LONG * side
        && length >= THIN * thickness
        && thickness <= THICKEST * side
        && shape.spread() <= MOST_SPREAD
        && shape.sharp() >= SHARP_EDGE
        && shape.flatGround() <= FLAT_GROUND;
  }

  /**
   * What was collected.
   *
   * @param edge pixels that have another colour beside them
   * @param across its width
   * @param down its height
   * @param spread mean difference of inner pixels from what they are on average
   * @param sharp share of the edge beyond which the colour is another at once
   * @param flatGround share of the ground beside it that has no grain
   */
  private record Shape(
      int edge, int across, int down, double spread, double sharp, double flatGround) {}

  private Shape shape(int size) {
    int colour = rgb[stack[0]];
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    int edge = 0;
    int ground = 0;
    int flat = 0;
    int sharp = 0;
    int mean = mean(size);
    long spread = 0;
    int inner = 0;
    for (int k = 0; k < size; k++) {
      int at = stack[k];
      int x = at % width;
      int y = at / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      if (isInner(x, y, colour)) {
        inner++;
        spread += difference(rgb[at], mean);
      } else {
        edge++;
        sharp += isSharp(x, y, mean) ? 1 : 0;
        int beyond = x >= 5 && !alike(rgb[at - 5], colour) ? at - 5 : x + 5 < width ? at + 5 : -1;
        if (beyond > 0 && !alike(rgb[beyond], colour)) {
          ground++;
          flat += difference(rgb[beyond], rgb[beyond - 1]) == 0 ? 1 : 0;
        }
      }
    }
    return new Shape(
        edge,
        right - left + 1,
        bottom - top + 1,
        inner == 0 ? 0 : (double) spread / inner,
        edge == 0 ? 0 : (double) sharp / edge,
        ground == 0 ? 1 : (double) flat / ground);
  }

  /** The average colour of what was collected. */
  private int mean(int size) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int k = 0; k < size; k++) {
      int colour = rgb[stack[k]];
      red += colour >> 16 & 0xFF;
      green += colour >> 8 & 0xFF;
      blue += colour & 0xFF;
    }
    return (int) (red / size) << 16 | (int) (green / size) << 8 | (int) (blue / size);
  }

  private boolean isSharp(int x, int y, int colour) {
    return isOther(x - BEYOND, y, colour)
        || isOther(x + BEYOND, y, colour)
        || isOther(x, y - BEYOND, colour)
        || isOther(x, y + BEYOND, colour);
  }

  private boolean isOther(int x, int y, int colour) {
    return x >= 0
        && x < width
        && y >= 0
        && y < height
        && difference(rgb[y * width + x], colour) >= SHARP;
  }

  private boolean isInner(int x, int y, int colour) {
    return x > 0
        && x < width - 1
        && y > 0
        && y < height - 1
        && alike(rgb[y * width + x - 1], colour)
        && alike(rgb[y * width + x + 1], colour)
        && alike(rgb[(y - 1) * width + x], colour)
        && alike(rgb[(y + 1) * width + x], colour);
  }

  private static int difference(int a, int b) {
    return Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF))
        + Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF))
        + Math.abs((a & 0xFF) - (b & 0xFF));
  }
}
