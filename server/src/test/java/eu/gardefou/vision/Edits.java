package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Changes of a picture that leave what it shows. */
final class Edits {
  private Edits() {}

  static Raster scaled(Raster raster, double scale) {
    int width = (int) (raster.width() * scale);
    int height = (int) (raster.height() * scale);
    return Resize.raster(Resize.smooth(raster, Region.all(raster), width, height), width, height);
  }

  /** Clockwise, by quarters. */
  static Raster turned(Raster raster, int quarters) {
    Raster turned = raster;
    for (int i = 0; i < quarters; i++) {
      turned = turnedOnce(turned);
    }
    return turned;
  }

  private static Raster turnedOnce(Raster raster) {
    int width = raster.height();
    int[] rgb = new int[raster.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      int x = i % raster.width();
      int y = i / raster.width();
      rgb[x * width + width - 1 - y] = raster.rgb()[i];
    }
    return new Raster(width, raster.width(), rgb);
  }

  static Raster mirrored(Raster raster) {
    int width = raster.width();
    int[] rgb = new int[raster.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = raster.rgb()[i - i % width + width - 1 - i % width];
    }
    return new Raster(width, raster.height(), rgb);
  }

  /** A part; beyond the edge the edge goes on. */
  static Raster part(Raster raster, int left, int top, int width, int height) {
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      int x = Math.clamp(left + i % width, 0, raster.width() - 1);
      int y = Math.clamp(top + i / width, 0, raster.height() - 1);
      rgb[i] = raster.rgb()[y * raster.width() + x];
    }
    return new Raster(width, height, rgb);
  }

  /** All in one, in rows of so many, each as large as the first. */
  static Raster beside(List<Raster> rasters, int columns) {
    Raster first = rasters.getFirst();
    int width = columns * first.width();
    int[] rgb = new int[width * first.height() * (rasters.size() / columns)];
    for (int i = 0; i < rgb.length; i++) {
      int x = i % width;
      int y = i / width;
      Raster raster = rasters.get(y / first.height() * columns + x / first.width());
      int column = Math.min(x % first.width(), raster.width() - 1);
      int row = Math.min(y % first.height(), raster.height() - 1);
      rgb[i] = raster.rgb()[row * raster.width() + column];
    }
    return new Raster(width, rgb.length / width, rgb);
  }

  /** In the middle of a plain ground that many times as large. */
  static Raster padded(Raster raster, double times) {
    int width = (int) (raster.width() * times);
    int height = (int) (raster.height() * times);
    int[] rgb = new int[width * height];
    Arrays.fill(rgb, 0x6080A0);
    int corner = (height - raster.height()) / 2 * width + (width - raster.width()) / 2;
    for (int y = 0; y < raster.height(); y++) {
      System.arraycopy(raster.rgb(), y * raster.width(), rgb, corner + y * width, raster.width());
    }
    return new Raster(width, height, rgb);
  }

  static Raster each(Raster raster, IntUnaryOperator change) {
    int[] rgb = Arrays.stream(raster.rgb()).map(change).toArray();
    return new Raster(raster.width(), raster.height(), rgb);
  }
}
