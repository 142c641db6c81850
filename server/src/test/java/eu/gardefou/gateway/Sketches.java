package eu.gardefou.gateway;

import eu.gardefou.screening.FakeScreening;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures for tests, drawn on the spot. */
final class Sketches {
  private Sketches() {}

  /** A disc on a ground. */
  static byte[] png(int width, int height, int rgb) {
    return write(disc(width, height, rgb), "png");
  }

  static byte[] jpeg(int width, int height, int rgb) {
    return write(disc(width, height, rgb), "jpeg");
  }

  static byte[] bmp(int width, int height) {
    return write(disc(width, height, 0x336699), "bmp");
  }

  /** A picture of the one colour that the fake screening refuses. */
  static byte[] canary(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(FakeScreening.CANARY_COLOUR));
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return write(image, "png");
  }

  /** A mask: the left half is transparent. */
  static byte[] mask(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return write(image, "png");
  }

  private static BufferedImage disc(int width, int height, int rgb) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(rgb));
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.ORANGE);
    pen.fillOval(width / 4, height / 4, width / 3, height / 3);
    pen.dispose();
    return image;
  }

  private static byte[] write(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
