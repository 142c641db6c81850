package eu.gardefou.reading;

import eu.gardefou.media.Raster;

/** Colours of a line of text, and the one direction in which they differ most. */
final class Colours {
  private static final int ROUNDS = 12;

  private Colours() {}

  /**
   * Red, green and blue of each pixel of a box that is laid level.
   *
   * @param finer how many samples a pixel has on each side
   */
  static float[] sampled(Raster picture, TextBox box, int width, int height, int finer) {
    int[] rgb = picture.rgb();
    float[] colours = new float[width * height * 3];
    double across = box.length() / width / finer;
    double down = box.height() / height / finer;
    float share = 1f / (finer * finer);
    for (int y = 0; y < height * finer; y++) {
      double v = (y + 0.5) * down - box.height() / 2;
      for (int x = 0; x < width * finer; x++) {
        double u = (x + 0.5) * across - box.length() / 2;
        double px = box.x() + u * box.alongX() - v * box.alongY() - 0.5;
        double py = box.y() + u * box.alongY() + v * box.alongX() - 0.5;
        add(rgb, picture, px, py, share, colours, (y / finer * width + x / finer) * 3);
      }
    }
    return colours;
  }

  private static void add(
      int[] rgb, Raster picture, double x, double y, float share, float[] colours, int at) {
    double inX = Math.clamp(x, 0, picture.width() - 1);
    double inY = Math.clamp(y, 0, picture.height() - 1);
    int left = (int) inX;
    int top = (int) inY;
    int right = Math.min(left + 1, picture.width() - 1);
    int bottom = Math.min(top + 1, picture.height() - 1);
    float fx = (float) (inX - left);
    float fy = (float) (inY - top);
    int a = rgb[top * picture.width() + left];
    int b = rgb[top * picture.width() + right];
    int c = rgb[bottom * picture.width() + left];
    int d = rgb[bottom * picture.width() + right];
    for (int channel = 0; channel < 3; channel++) {
      int shift = 16 - 8 * channel;
      float upper = (a >> shift & 0xFF) * (1 - fx) + (b >> shift & 0xFF) * fx;
      float lower = (c >> shift & 0xFF) * (1 - fx) + (d >> shift & 0xFF) * fx;
      colours[at + channel] += share * (upper * (1 - fy) + lower * fy);
    }
  }

  /** Letters can differ from their ground in colour alone, at the same lightness. */
  static float[] alongTheirMainDifference(float[] colours) {
    int count = colours.length / 3;
    double[] mean = new double[3];
    for (int i = 0; i < colours.length; i++) {
      mean[i % 3] += colours[i] / count;
    }
    double[][] spread = new double[3][3];
    for (int i = 0; i < count; i++) {
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          spread[a][b] += (colours[i * 3 + a] - mean[a]) * (colours[i * 3 + b] - mean[b]);
        }
      }
    }
    double[] direction = main(spread);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < 3; c++) {
        values[i] += (float) (direction[c] * (colours[i * 3 + c] - mean[c]));
      }
    }
    return values;
  }

  private static double[] main(double[][] spread) {
    double[] direction = {0.58, 0.6, 0.55};
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[3];
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          next[a] += spread[a][b] * direction[b];
        }
      }
      double length = Math.sqrt(next[0] * next[0] + next[1] * next[1] + next[2] * next[2]);
      if (length == 0) {
        return direction;
      }
      for (int a = 0; a < 3; a++) {
        direction[a] = next[a] / length;
      }
    }
    return direction;
  }
}
