package eu.gardefou.robustness;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What people do to a picture so that it is not known again. */
final class Edits {
  /** An edit of a picture; the same random numbers do the same. */
  record Edit(String name, Change change) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Change {
    BufferedImage of(BufferedImage image, Random random);
  }

  /** One edit with its random numbers. */
  record Done(Edit edit, long seed) {
    BufferedImage to(BufferedImage image) {
      return edit.change().of(image, new Random(seed));
    }

    @Override
    public String toString() {
      return edit + " #" + seed;
    }
  }

  /** Those that a picture is known after in pairs too. */
  static final List<Edit> USUAL =
      List.of(
          new Edit("mirrored", (image, _) -> mirrored(image)),
          new Edit("turned", Edits::turned),
          new Edit("bordered", Edits::bordered),
          new Edit("resized", Edits::resized),
          new Edit("recompressed", Edits::recompressed),
          new Edit("other colours", Edits::otherColours),
          new Edit("noisy", Edits::noisy));

  static final List<Edit> ALL =
      Stream.concat(USUAL.stream(), Stream.of(new Edit("overlaid", Edits::overlaid))).toList();

  private Edits() {}

  /** Coloured discs, another pattern for every seed. */
  static BufferedImage pattern(long seed) {
    var random = new Random(seed);
    var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    for (int i = 0; i < 40; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      int size = 16 + random.nextInt(128);
      pen.fillOval(random.nextInt(320) - size / 2, random.nextInt(240) - size / 2, size, size);
    }
    pen.dispose();
    return image;
  }

  private static BufferedImage mirrored(BufferedImage image) {
    return drawn(
        image,
        image.getWidth(),
        image.getHeight(),
        new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0));
  }

  private static BufferedImage turned(BufferedImage image, Random random) {
    int width = image.getWidth();
    int height = image.getHeight();
    return switch (random.nextInt(3)) {
      case 0 -> drawn(image, height, width, new AffineTransform(0, 1, -1, 0, height, 0));
      case 1 -> drawn(image, width, height, new AffineTransform(-1, 0, 0, -1, width, height));
      default -> drawn(image, height, width, new AffineTransform(0, -1, 1, 0, 0, width));
    };
  }

  private static BufferedImage bordered(BufferedImage image, Random random) {
    int left = random.nextInt(100);
    int top = random.nextInt(100);
    int width = image.getWidth() + left + random.nextInt(100);
    int height = image.getHeight() + top + random.nextInt(100);
    BufferedImage bordered = blank(width, height, new Color(random.nextInt(1 << 24)));
    Graphics2D pen = bordered.createGraphics();
    pen.drawImage(image, left, top, null);
    pen.dispose();
    return bordered;
  }

  private static BufferedImage resized(BufferedImage image, Random random) {
    double scale = 0.5 + 1.5 * random.nextDouble();
    return drawn(
        image,
        (int) (image.getWidth() * scale),
        (int) (image.getHeight() * scale),
        AffineTransform.getScaleInstance(scale, scale));
  }

  private static BufferedImage recompressed(BufferedImage image, Random random) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(0.6f + 0.35f * random.nextFloat());
    var file = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
      out.flush();
      return ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  /** Lighter or darker, and a cast of one colour. */
  private static BufferedImage otherColours(BufferedImage image, Random random) {
    double light = 0.8 + 0.4 * random.nextDouble();
    int cast = random.nextInt(25);
    return mapped(image, (value, shift) -> (int) (value * light) + (shift == 8 ? cast : 0));
  }

  private static BufferedImage noisy(BufferedImage image, Random random) {
    return mapped(image, (value, _) -> value + random.nextInt(25) - 12);
  }

  private static BufferedImage overlaid(BufferedImage image, Random random) {
    BufferedImage overlaid = copy(image);
    Graphics2D pen = overlaid.createGraphics();
    pen.setColor(new Color(random.nextInt(1 << 24)));
    int size = image.getWidth() / 10;
    pen.fillRect(
        random.nextInt(image.getWidth() - size),
        random.nextInt(image.getHeight() - size),
        size,
        size / 2);
    pen.dispose();
    return overlaid;
  }

  private interface Pixel {
    int of(int value, int shift);
  }

  private static BufferedImage mapped(BufferedImage image, Pixel pixel) {
    BufferedImage mapped = copy(image);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          int value = image.getRGB(x, y) >> shift & 0xFF;
          rgb |= Math.clamp(pixel.of(value, shift), 0, 0xFF) << shift;
        }
        mapped.setRGB(x, y, rgb);
      }
    }
    return mapped;
  }

  private static BufferedImage copy(BufferedImage image) {
    return drawn(image, image.getWidth(), image.getHeight(), new AffineTransform());
  }

  private static BufferedImage drawn(
      BufferedImage image, int width, int height, AffineTransform how) {
    BufferedImage drawn = blank(width, height, Color.BLACK);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, how, null);
    pen.dispose();
    return drawn;
  }

  private static BufferedImage blank(int width, int height, Color colour) {
    var blank = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = blank.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return blank;
  }

  static byte[] png(BufferedImage image) {
    var file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
