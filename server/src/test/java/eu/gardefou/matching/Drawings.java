package eu.gardefou.matching;

import eu.gardefou.media.FileDigests;
import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures drawn in code: coloured discs, another pattern for every seed. */
final class Drawings {
  private Drawings() {}

  static BufferedImage discs(long seed, int width, int height) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (int k = 0; k < 40; k++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      int diameter = (int) ((0.05 + 0.4 * random.nextDouble()) * width);
      int x = (int) (random.nextDouble() * width) - diameter / 2;
      int y = (int) (random.nextDouble() * height) - diameter / 2;
      pen.fillOval(x, y, diameter, diameter);
    }
    pen.dispose();
    return image;
  }

  static Raster raster(long seed) {
    return raster(discs(seed, 320, 240));
  }

  static Raster raster(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return new Raster(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  static Raster plain(int colour) {
    int[] rgb = new int[64 * 64];
    Arrays.fill(rgb, colour);
    return new Raster(64, 64, rgb);
  }

  /** The pattern of a seed with next to no contrast. */
  static Raster faint(long seed) {
    Raster raster = raster(seed);
    int[] rgb = raster.rgb().clone();
    for (int k = 0; k < rgb.length; k++) {
      rgb[k] = 0x707070 + (rgb[k] >> 4 & 0x0f0f0f);
    }
    return new Raster(raster.width(), raster.height(), rgb);
  }

  static Raster turned(Raster raster) {
    int[] turned = new int[raster.rgb().length];
    for (int y = 0; y < raster.height(); y++) {
      for (int x = 0; x < raster.width(); x++) {
        turned[(raster.width() - 1 - x) * raster.height() + y] =
            raster.rgb()[y * raster.width() + x];
      }
    }
    return new Raster(/* width= */ raster.height(), /* height= */ raster.width(), turned);
  }

  static Raster mirrored(Raster raster) {
    int width = raster.width();
    int[] mirrored = new int[raster.rgb().length];
    for (int k = 0; k < mirrored.length; k++) {
      mirrored[k] = raster.rgb()[k / width * width + width - 1 - k % width];
    }
    return new Raster(width, raster.height(), mirrored);
  }

  static Picture picture(long seed) {
    return picture(raster(seed));
  }

  static Picture picture(Raster raster) {
    return picture(raster, new Frame(List.of(raster)));
  }

  static Picture picture(Raster stored, Frame... frames) {
    return new Picture(
        "png", List.of(frames), stored, FileDigests.of(new byte[0]), () -> new byte[0]);
  }

  static byte[] png(long seed) {
    return png(discs(seed, 320, 240));
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
