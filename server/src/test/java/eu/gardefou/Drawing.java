package eu.gardefou;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures drawn in code for tests. */
public final class Drawing {
  private Drawing() {}

  /** A PNG of a few flat shapes. */
  public static byte[] png(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0x88AACC));
    pen.fillRect(0, 0, width, height);
    pen.setColor(new Color(0x336633));
    pen.fillRect(0, height * 2 / 3, width, height / 3);
    pen.setColor(new Color(0xEECC44));
    pen.fillOval(width / 8, height / 8, width / 5, width / 5);
    pen.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }
}
