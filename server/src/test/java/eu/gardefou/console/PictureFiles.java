package eu.gardefou.console;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Drawn pictures as files. */
final class PictureFiles {
  private PictureFiles() {}

  /** Discs, lines and a slope of colours by chance; no two poses are alike. */
  static BufferedImage drawing(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    g.fillRect(0, 0, width, height);
    paint(g, width, height, new Random(seed));
    g.dispose();
    return image;
  }

  /** White on nothing: to be recognised anywhere but on white. */
  static BufferedImage chalk(int width, int height, long seed) {
    BufferedImage image = sticker(width, height, seed);
    BufferedImage chalk = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        chalk.setRGB(x, y, image.getRGB(x, y) | 0xFFFFFF);
      }
    }
    return chalk;
  }

  /** Things without anything behind, and every third of them half transparent. */
  static BufferedImage sticker(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    paint(g, width, height, new Random(seed));
    g.dispose();
    return image;
  }

  private static void paint(Graphics2D g, int width, int height, Random random) {
    g.setStroke(new BasicStroke(Math.max(1, Math.min(width, height) / 50f)));
    for (int i = 0; i < 24; i++) {
      int alpha = i % 3 == 0 ? 128 : 255;
      g.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), alpha));
      int size = 1 + random.nextInt(Math.max(1, Math.min(width, height) / 2));
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      g.fillOval(x - size / 2, y - size / 2, size, size);
      g.drawLine(x, y, random.nextInt(width), random.nextInt(height));
    }
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The PNG file with a chunk behind its header that says that its samples are linear. */
  static byte[] linear(byte[] png) {
    ByteBuffer gamma = ByteBuffer.allocate(8).put("gAMA".getBytes(StandardCharsets.US_ASCII));
    CRC32 crc = new CRC32();
    crc.update(gamma.putInt(100_000).array());
    int header = 8 + 25;
    return ByteBuffer.allocate(png.length + 16)
        .put(png, 0, header)
        .putInt(4)
        .put(gamma.array())
        .putInt((int) crc.getValue())
        .put(png, header, png.length - header)
        .array();
  }

  static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The JPEG file with a segment that says how the camera was held, 1 to 8. */
  static byte[] held(byte[] jpeg, int orientation) {
    byte[] exif =
        ByteBuffer.allocate(32)
            .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
            .put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1})
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .array();
    return ByteBuffer.allocate(jpeg.length + 4 + exif.length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (exif.length + 2))
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }
}
