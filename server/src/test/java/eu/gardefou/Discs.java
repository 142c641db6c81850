package eu.gardefou;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures with much detail, another pattern for every seed: they can be told from each other. */
public final class Discs {
  private Discs() {}

  /** Coloured discs. */
  public static BufferedImage draw(long seed, int width, int height) {
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

  /** The same as a file. */
  public static byte[] png(long seed) {
    return file(draw(seed, 320, 240), "png");
  }

  /** Any picture as a file. */
  public static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }

  /** Turned, mirrored or resized. */
  public static BufferedImage changed(
      BufferedImage image, int width, int height, AffineTransform change) {
    BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = other.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, change, null);
    pen.dispose();
    return other;
  }
}
