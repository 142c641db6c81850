package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.util.Arrays;

/** Makes pictures larger or smaller. */
final class Resize {
  private Resize() {}

  /**
   * As nsfwjs does it, whose models were trained on whatever this gives: single pixels, linear
   * between the nearest four, corners on corners, the aspect not kept.
   *
   * @return side by side by 3, row by row, 0 to 1
   */
  static float[] cornersOnCorners(Raster source, Region region, int side) {
    float[] result = new float[side * side * 3];
    float rowStep = (region.height() - 1) / (float) (side - 1);
    float columnStep = (region.width() - 1) / (float) (side - 1);
    int at = 0;
    for (int row = 0; row < side; row++) {
      float y = row * rowStep;
      int top = (int) y;
      int bottom = Math.min(region.height() - 1, (int) Math.ceil(y));
      int topRow = (region.y() + top) * source.width() + region.x();
      int bottomRow = (region.y() + bottom) * source.width() + region.x();
      for (int column = 0; column < side; column++) {
        float x = column * columnStep;
        int left = (int) x;
        int right = Math.min(region.width() - 1, (int) Math.ceil(x));
        for (int shift = 16; shift >= 0; shift -= 8) {
          float upper = between(source, topRow + left, topRow + right, shift, x - left);
          float lower = between(source, bottomRow + left, bottomRow + right, shift, x - left);
          result[at++] = upper + (lower - upper) * (y - top);
        }
      }
    }
    return result;
  }

  private static float between(Raster source, int left, int right, int shift, float part) {
    float a = ((source.rgb()[left] >> shift) & 255) / 255f;
    float b = ((source.rgb()[right] >> shift) & 255) / 255f;
    return a + (b - a) * part;
  }

  /**
   * Smoothly: every pixel of the region counts. Beyond the picture's edge the edge goes on.
   *
   * @return height by width by 3, row by row, 0 to 255
   */
  static float[] smooth(Raster source, Region region, int width, int height) {
    if (region.width() == width && region.height() == height) {
      return asItIs(source, region);
    }
    Axis columns = Axis.of(region.width(), width);
    Axis rows = Axis.of(region.height(), height);
    float[] red = new float[region.width()];
    float[] green = new float[region.width()];
    float[] blue = new float[region.width()];
    int[] line = new int[region.width()];
    float[] result = new float[width * height * 3];
    for (int row = 0; row < height; row++) {
      Arrays.fill(red, 0);
      Arrays.fill(green, 0);
      Arrays.fill(blue, 0);
      float[] weights = rows.weights(row);
      for (int i = 0; i < weights.length; i++) {
        copyLine(source, region, rows.start(row) + i, line);
        add(line, weights[i], red, green, blue);
      }
      shrinkLine(columns, red, result, row * width * 3);
      shrinkLine(columns, green, result, row * width * 3 + 1);
      shrinkLine(columns, blue, result, row * width * 3 + 2);
    }
    return result;
  }

  private static float[] asItIs(Raster source, Region region) {
    int[] line = new int[region.width()];
    float[] result = new float[region.width() * region.height() * 3];
    int at = 0;
    for (int row = 0; row < region.height(); row++) {
      copyLine(source, region, row, line);
      for (int pixel : line) {
        result[at++] = (pixel >> 16) & 255;
        result[at++] = (pixel >> 8) & 255;
        result[at++] = pixel & 255;
      }
    }
    return result;
  }

  private static void copyLine(Raster source, Region region, int row, int[] line) {
    int y = Math.clamp(region.y() + row, 0, source.height() - 1);
    int from = y * source.width();
    int inside = Math.max(0, region.x());
    int end = Math.min(source.width(), region.x() + region.width());
    if (inside >= end) {
      int edge = region.x() < 0 ? 0 : source.width() - 1;
      Arrays.fill(line, source.rgb()[from + edge]);
      return;
    }
    int offset = inside - region.x();
    System.arraycopy(source.rgb(), from + inside, line, offset, end - inside);
    Arrays.fill(line, 0, offset, source.rgb()[from + inside]);
    Arrays.fill(line, end - region.x(), line.length, source.rgb()[from + end - 1]);
  }

  // One colour a loop: this shape the JIT turns into vector instructions.
  private static void add(int[] line, float weight, float[] red, float[] green, float[] blue) {
    for (int x = 0; x < line.length; x++) {
      red[x] += weight * ((line[x] >> 16) & 255);
    }
    for (int x = 0; x < line.length; x++) {
      green[x] += weight * ((line[x] >> 8) & 255);
    }
    for (int x = 0; x < line.length; x++) {
      blue[x] += weight * (line[x] & 255);
    }
  }

  private static void shrinkLine(Axis columns, float[] line, float[] result, int offset) {
    for (int x = 0; x < columns.length(); x++) {
      float[] weights = columns.weights(x);
      int start = columns.start(x);
      float sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * line[start + i];
      }
      result[offset + x * 3] = sum;
    }
  }

  /** The same pixels as whole numbers. */
  static Raster raster(float[] rgb, int width, int height) {
    int[] packed = new int[width * height];
    for (int i = 0; i < packed.length; i++) {
      int red = Math.round(rgb[i * 3]);
      int green = Math.round(rgb[i * 3 + 1]);
      packed[i] = (red << 16) | (green << 8) | Math.round(rgb[i * 3 + 2]);
    }
    return new Raster(width, height, packed);
  }
}
