package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A photo whose clothing was painted over, below one face. What is skin already is left. */
final class Painted {
  /** The colour of a pixel, by its place. */
  interface Paint {
    /** {@code 0xRRGGBB}. */
    int at(int x, int y);
  }

  private Painted() {}

  /** Two faces wide, and from the neck to the hips. */
  static Raster over(Raster photo, Box face, Paint paint) {
    Skin skin = Objects.requireNonNull(Person.of(photo, face)).skin();
    int[] rgb = photo.rgb().clone();
    for (int i = 0; i < rgb.length; i++) {
      int x = i % photo.width();
      int y = i / photo.width();
      double across = Math.abs(x - face.centreX()) / face.side();
      double down = (y - face.centreY()) / face.side();
      if (across < 0.95 && down > 0.95 && down < 4.2 && !skin.covers(rgb[i])) {
        rgb[i] = paint.at(x, y);
      }
    }
    return new Raster(photo.width(), photo.height(), rgb);
  }

  /** A grey square instead of the face. */
  static Raster hidden(Raster photo, Box face) {
    int[] rgb = photo.rgb().clone();
    for (int i = 0; i < rgb.length; i++) {
      double across = Math.abs(i % photo.width() - face.centreX());
      int y = i / photo.width();
      double down = Math.abs(y - face.centreY());
      if (across < face.side() * 0.6 && down < face.side() * 0.7) {
        rgb[i] = 0x404040;
      }
    }
    return new Raster(photo.width(), photo.height(), rgb);
  }

  /** The middle colour of a face. */
  static int colour(Raster photo, Box face) {
    int side = (int) (face.side() / 2);
    Raster inner =
        Edits.part(
            photo, (int) face.centreX() - side / 2, (int) face.centreY() - side / 2, side, side);
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int by = shift;
      int[] sorted = Arrays.stream(inner.rgb()).map(p -> (p >> by) & 255).sorted().toArray();
      colour |= sorted[sorted.length / 2] << shift;
    }
    return colour;
  }

  static Paint flat(int rgb) {
    return (x, y) -> rgb;
  }

  static Paint noisy(int rgb, RandomGenerator random) {
    return (x, y) -> shaded(rgb, 1 + random.nextGaussian() * 0.04);
  }

  /** Darker and brighter in turns, as folds are. */
  static Paint shady(int rgb) {
    return (x, y) -> shaded(rgb, 0.95 + 0.2 * Math.sin(x / 40.0 + y / 90.0));
  }

  static Paint checked(int one, int two) {
    return (x, y) -> (x / 20 + y / 20) % 2 == 0 ? one : two;
  }

  private static int shaded(int rgb, double light) {
    return (one((rgb >> 16) & 255, 1, light) << 16)
        | (one((rgb >> 8) & 255, 1, light) << 8)
        | one(rgb & 255, 1, light);
  }

  private static int one(int value, double gamma, double factor) {
    return Math.clamp(Math.round(255 * Math.pow(value / 255.0, gamma) * factor), 0, 255);
  }

  /** A tone curve, and a filter of a colour. */
  static Raster toned(Raster photo, double gamma, double red, double green, double blue) {
    int[] reds = IntStream.range(0, 256).map(value -> one(value, gamma, red) << 16).toArray();
    int[] greens = IntStream.range(0, 256).map(value -> one(value, gamma, green) << 8).toArray();
    int[] blues = IntStream.range(0, 256).map(value -> one(value, gamma, blue)).toArray();
    return Edits.each(
        photo, rgb -> reds[(rgb >> 16) & 255] | greens[(rgb >> 8) & 255] | blues[rgb & 255]);
  }

  /** As a camera's old-fashioned mode shows it: every colour becomes a shade of one. */
  static Raster sepia(Raster photo) {
    return Edits.each(
        photo,
        rgb -> {
          double red = (rgb >> 16) & 255;
          double green = (rgb >> 8) & 255;
          double blue = rgb & 255;
          long toRed = Math.min(255, Math.round(0.393 * red + 0.769 * green + 0.189 * blue));
          long toGreen = Math.min(255, Math.round(0.349 * red + 0.686 * green + 0.168 * blue));
          long toBlue = Math.min(255, Math.round(0.272 * red + 0.534 * green + 0.131 * blue));
          return (int) (toRed << 16 | toGreen << 8 | toBlue);
        });
  }

  static Raster grey(Raster photo) {
    return Edits.each(photo, rgb -> (int) Math.round(Skin.brightness(rgb)) * 0x010101);
  }
}
