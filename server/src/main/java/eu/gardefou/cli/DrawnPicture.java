package eu.gardefou.cli;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Discs of many colours and sizes on a gradient, as pixels and as a JPEG file of about the size
 * that a photograph of so many pixels has.
 */
final class DrawnPicture {
  private static final int DISCS = 60;

  private final BufferedImage image;
  private final byte[] jpeg;

  private DrawnPicture(BufferedImage image, byte[] jpeg) {
    this.image = image;
    this.jpeg = jpeg;
  }

  /** The same with every run. */
  static DrawnPicture of(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    canvas.fillRect(0, 0, width, height);
    SplittableRandom random = new SplittableRandom(width);
    for (int i = 0; i < DISCS; i++) {
      canvas.setColor(new Color(random.nextInt(1 << 24)));
      int size = 1 + random.nextInt(Math.max(1, width / 6));
      canvas.fillOval(random.nextInt(width), random.nextInt(height), size, size);
    }
    canvas.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "jpg", file)) {
      throw new IOException("this Java writes no JPEG");
    }
    return new DrawnPicture(image, file.toByteArray());
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  BufferedImage image() {
    return image;
  }

  /** Row by row, {@code 0xRRGGBB}. */
  int[] rgb() {
    return image.getRGB(0, 0, width(), height(), null, 0, width());
  }

  /** Row by row, three bytes a pixel. */
  byte[] rgbBytes() {
    int[] rgb = rgb();
    byte[] bytes = new byte[rgb.length * 3];
    for (int i = 0; i < rgb.length; i++) {
      bytes[3 * i] = (byte) (rgb[i] >> 16);
      bytes[3 * i + 1] = (byte) (rgb[i] >> 8);
      bytes[3 * i + 2] = (byte) rgb[i];
    }
    return bytes;
  }

  /** The file, as ImageIO writes it unless told otherwise. */
  byte[] jpeg() {
    return jpeg.clone();
  }

  @Override
  public String toString() {
    return width() + "×" + height();
  }
}
