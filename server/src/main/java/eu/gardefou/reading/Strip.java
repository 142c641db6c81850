package eu.gardefou.reading;

import eu.gardefou.media.Raster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A line cut out of a picture, level, dark on light, with all the contrast that it has. */
final class Strip {
  private static final int HEIGHT = 52;
  private static final int LONGEST = 4_000;
  private static final int MARGIN = 8;
  private static final int FINEST = 6;
  private static final int FAINTEST = 3;
  private static final int SKETCH_WIDTH = 64;
  private static final int SKETCH_HEIGHT = 8;
  private static final int ALIKE = 5;

  private final int width;
  private final int height;
  private final byte[] grey;

  private Strip(int width, int height, byte[] grey) {
    this.width = width;
    this.height = height;
    this.grey = grey;
  }

  /** Cuts one out; null when there is nothing to be seen. */
  static @Nullable Strip cut(Raster picture, TextBox box) {
    double scale = Math.min(HEIGHT / box.height(), LONGEST / box.length());
    int width = (int) Math.max(1, Math.round(box.length() * scale));
    int height = (int) Math.max(1, Math.round(box.height() * scale));
    float[] colours = Colours.sampled(picture, box, width, height, finer(scale));
    float[] values = Colours.alongTheirMainDifference(colours);
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float low = sorted[sorted.length / 50];
    float high = sorted[sorted.length - 1 - sorted.length / 50];
    if (high - low < FAINTEST) {
      return null;
    }
    boolean inverted = edge(values, width, height) < (low + high) / 2;
    int wide = width + 2 * MARGIN;
    int tall = height + 2 * MARGIN;
    byte[] grey = new byte[wide * tall];
    Arrays.fill(grey, (byte) 0xFF);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = Math.clamp((values[y * width + x] - low) / (high - low), 0, 1);
        int light = Math.round(255 * (inverted ? 1 - value : value));
        grey[(y + MARGIN) * wide + x + MARGIN] = (byte) light;
      }
    }
    return new Strip(wide, tall, grey);
  }

  private static int finer(double scale) {
    return (int) Math.clamp(Math.ceil(1 / scale), 1, FINEST);
  }

  /** What is usual along the edge: the ground on which the letters stand. */
  private static float edge(float[] values, int width, int height) {
    float[] edge = new float[2 * width + 2 * height];
    for (int x = 0; x < width; x++) {
      edge[2 * x] = values[x];
      edge[2 * x + 1] = values[(height - 1) * width + x];
    }
    for (int y = 0; y < height; y++) {
      edge[2 * width + 2 * y] = values[y * width];
      edge[2 * width + 2 * y + 1] = values[y * width + width - 1];
    }
    Arrays.sort(edge);
    return edge[edge.length / 2];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Row by row; not to be written to. */
  byte[] grey() {
    return grey;
  }

  /** Small enough to compare many, fine enough to tell one word from another. */
  int[] sketch() {
    int[] sketch = new int[SKETCH_WIDTH * SKETCH_HEIGHT];
    for (int sy = 0; sy < SKETCH_HEIGHT; sy++) {
      for (int sx = 0; sx < SKETCH_WIDTH; sx++) {
        sketch[sy * SKETCH_WIDTH + sx] = average(sx, sy);
      }
    }
    return sketch;
  }

  private int average(int sx, int sy) {
    int sum = 0;
    int count = 0;
    int right = Math.max((sx + 1) * width / SKETCH_WIDTH, sx * width / SKETCH_WIDTH + 1);
    int bottom = Math.max((sy + 1) * height / SKETCH_HEIGHT, sy * height / SKETCH_HEIGHT + 1);
    for (int y = sy * height / SKETCH_HEIGHT; y < bottom; y++) {
      for (int x = sx * width / SKETCH_WIDTH; x < right; x++) {
        sum += grey[y * width + x] & 0xFF;
        count++;
      }
    }
    return sum / count;
  }

  /** Whether two sketches show the same line of two frames. */
  static boolean alike(int[] a, int[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum <= ALIKE * a.length;
  }
}
