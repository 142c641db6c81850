package eu.gardefou.reading;

import eu.gardefou.media.Raster;

/** Red, green and blue of a picture as numbers from 0 to 255, each a plane of its own. */
final class Planes {
  /** Contrast is judged among so many pixels to each side. */
  private static final int NEIGHBOURHOOD = 12;

  /** What the deviation within a neighbourhood becomes. */
  private static final float SPREAD = 48;

  /** Noise is not made louder than this. */
  private static final float MOST_GAIN = 8;

  private final int width;
  private final int height;
  private final float[][] channels;

  private Planes(int width, int height, float[][] channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Row by row; not to be written to. */
  float[] channel(int channel) {
    return channels[channel];
  }

  /** The picture in another size, smoothly. */
  static Planes scaled(Raster picture, int width, int height) {
    int[] rgb = picture.rgb();
    Taps across = Taps.of(picture.width(), width);
    Taps down = Taps.of(picture.height(), height);
    float[][] channels = new float[3][width * height];
    float[] row = new float[width * 3];
    for (int y = 0; y < height; y++) {
      for (int k = 0; k < down.count(y); k++) {
        int from = (down.first(y) + k) * picture.width();
        across(rgb, from, across, row);
        float weight = down.weight(y, k);
        for (int x = 0; x < width; x++) {
          for (int c = 0; c < 3; c++) {
            channels[c][y * width + x] += weight * row[x * 3 + c];
          }
        }
      }
    }
    return new Planes(width, height, channels);
  }

  private static void across(int[] rgb, int from, Taps taps, float[] row) {
    for (int x = 0; x < row.length / 3; x++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      int first = from + taps.first(x);
      for (int k = 0; k < taps.count(x); k++) {
        int pixel = rgb[first + k];
        float weight = taps.weight(x, k);
        red += weight * (pixel >> 16 & 0xFF);
        green += weight * (pixel >> 8 & 0xFF);
        blue += weight * (pixel & 0xFF);
      }
      row[x * 3] = red;
      row[x * 3 + 1] = green;
      row[x * 3 + 2] = blue;
    }
  }

  /** The same with faint differences made strong, everywhere by what is around. */
  Planes contrasted() {
    float[][] strong = new float[3][];
    for (int c = 0; c < 3; c++) {
      strong[c] = contrasted(channels[c]);
    }
    return new Planes(width, height, strong);
  }

  private float[] contrasted(float[] plane) {
    double[] sums = new double[(width + 1) * (height + 1)];
    double[] squares = new double[sums.length];
    for (int y = 0; y < height; y++) {
      double sum = 0;
      double square = 0;
      for (int x = 0; x < width; x++) {
        double value = plane[y * width + x];
        sum += value;
        square += value * value;
        int at = (y + 1) * (width + 1) + x + 1;
        sums[at] = sums[at - width - 1] + sum;
        squares[at] = squares[at - width - 1] + square;
      }
    }
    float[] strong = new float[plane.length];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - NEIGHBOURHOOD) * (width + 1);
      int bottom = Math.min(height, y + NEIGHBOURHOOD + 1) * (width + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - NEIGHBOURHOOD);
        int right = Math.min(width, x + NEIGHBOURHOOD + 1);
        double count = (double) (bottom - top) / (width + 1) * (right - left);
        double mean = box(sums, top, bottom, left, right) / count;
        double variance = box(squares, top, bottom, left, right) / count - mean * mean;
        double gain = Math.min(MOST_GAIN, SPREAD / Math.sqrt(Math.max(1, variance)));
        double value = 128 + (plane[y * width + x] - mean) * gain;
        strong[y * width + x] = (float) Math.clamp(value, 0, 255);
      }
    }
    return strong;
  }

  private static double box(double[] sums, int top, int bottom, int left, int right) {
    return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
  }
}
