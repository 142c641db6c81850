package eu.gardefou.media;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Places of frames, and the slow and obvious way to put frames together. */
final class Parts {
  private Parts() {}

  /** A place without a decoder, for making files. */
  static Part part(int x, int y, int width, int height, boolean blended, Part.After after) {
    return new Part(
        x,
        y,
        width,
        height,
        blended,
        after,
        guard -> {
          throw new IllegalStateException("only a place");
        });
  }

  /** The first covers everything; the others lie anywhere, at even places as WebP wants them. */
  static List<Part> random(
      int width, int height, int count, List<Part.After> afters, SplittableRandom random) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Part.After after = afters.get(random.nextInt(afters.size()));
      int x = i == 0 ? 0 : 2 * random.nextInt(width / 2);
      int y = i == 0 ? 0 : 2 * random.nextInt(height / 2);
      int w = i == 0 ? width : 1 + random.nextInt(width - x);
      int h = i == 0 ? height : 1 + random.nextInt(height - y);
      parts.add(part(x, y, w, h, random.nextBoolean(), after));
    }
    return parts;
  }

  /** What a viewer shows after each part. */
  static List<int[]> shown(int width, int height, List<Part> parts, List<int[]> pixels) {
    List<int[]> shown = new ArrayList<>();
    int[] canvas = new int[width * height];
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int[] before = canvas.clone();
      for (int y = 0; y < part.height(); y++) {
        for (int x = 0; x < part.width(); x++) {
          int at = (part.y() + y) * width + part.x() + x;
          int pixel = pixels.get(i)[y * part.width() + x];
          canvas[at] = part.blended() ? over(pixel, canvas[at]) : pixel;
        }
      }
      shown.add(canvas.clone());
      for (int y = part.y(); y < part.y() + part.height(); y++) {
        for (int x = part.x(); x < part.x() + part.width(); x++) {
          canvas[y * width + x] =
              switch (part.after()) {
                case KEEP -> canvas[y * width + x];
                case CLEAR -> 0;
                case RESTORE -> before[y * width + x];
              };
        }
      }
    }
    return shown;
  }

  private static int over(int top, int bottom) {
    double a = (top >>> 24) / 255.0;
    double b = (bottom >>> 24) / 255.0 * (1 - a);
    if (bottom >>> 24 == 0) {
      return top;
    }
    long alpha = Math.round(255 * (a + b));
    long[] samples = new long[3];
    for (int i = 0; i < 3; i++) {
      int shift = 8 * i;
      samples[i] = Math.round(((top >> shift & 0xFF) * a + (bottom >> shift & 0xFF) * b) / (a + b));
    }
    return (int) (alpha << 24 | samples[2] << 16 | samples[1] << 8 | samples[0]);
  }
}
