package eu.gardefou.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** One drawn picture with a turquoise disc, in files that show it in ever other ways. */
public final class CanaryFiles {
  /** What a test's own check looks for. */
  public static final int TURQUOISE = 0x40E0D0;

  private static final int WIDTH = 48;
  private static final int HEIGHT = 40;
  private static final int SHADE = 0xE0;

  private CanaryFiles() {}

  /** A grey picture with the disc somewhere, as PNG. */
  public static byte[] plain(Random random) {
    return png(canary(random));
  }

  /** The same without the disc. */
  public static byte[] harmless(Random random) {
    return png(background(random));
  }

  /** The disc is there on white, black or grey, and another colour on some of the others. */
  public static byte[] onOneBackground(Random random) {
    int background = List.of(0xFF, 0x00, 0x80).get(random.nextInt(3));
    int[] rgb = pixels(canary(random));
    int[] argb = new int[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      boolean disc = rgb[i] == TURQUOISE;
      argb[i] = disc ? seenThrough(background) : SHADE << 24 | 0x707070;
    }
    return PngBytes.rgba(WIDTH, argb);
  }

  /** Half transparent, so that it is turquoise on this background and another colour elsewhere. */
  private static int seenThrough(int background) {
    int argb = SHADE << 24;
    for (int shift = 0; shift <= 16; shift += 8) {
      int wanted = TURQUOISE >> shift & 0xFF;
      int own = Math.round((wanted - background * (1 - SHADE / 255f)) / (SHADE / 255f));
      argb |= Math.clamp(own, 0, 0xFF) << shift;
    }
    return argb;
  }

  /** Fully transparent: only who ignores transparency sees it. */
  public static byte[] underTransparency(Random random) {
    int[] rgb = pixels(canary(random));
    int[] argb = new int[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      argb[i] = rgb[i] == TURQUOISE ? TURQUOISE : 0xFF000000 | rgb[i];
    }
    return PngBytes.rgba(WIDTH, argb);
  }

  /** A mask: one part, several, the other way round, nearly nothing, or the whole frame. */
  public static byte[] mask(int width, int height, Random random) {
    int[] argb = new int[width * height];
    boolean inverted = random.nextBoolean();
    int parts = random.nextInt(4);
    Arrays.fill(argb, inverted ? 0 : 0xFF000000);
    for (int part = 0; part < parts; part++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = left + 1 + random.nextInt(width - left);
      int bottom = top + 1 + random.nextInt(height - top);
      for (int i = 0; i < argb.length; i++) {
        boolean inside =
            i % width >= left && i % width < right && i / width >= top && i / width < bottom;
        argb[i] = inside ? inverted ? 0xFF000000 : 0 : argb[i];
      }
    }
    return PngBytes.rgba(width, argb);
  }

  /** One frame of an animation, at any place. */
  public static byte[] gifFrame(Random random) {
    int[][] frames = frames(random);
    GifBytes gif = new GifBytes(WIDTH, HEIGHT, List.of(0x707070, 0x303030, TURQUOISE));
    for (int[] frame : frames) {
      byte[] indices = new byte[frame.length];
      for (int i = 0; i < frame.length; i++) {
        indices[i] = (byte) (frame[i] == TURQUOISE ? 2 : frame[i] == 0x303030 ? 1 : 0);
      }
      gif.frame(Parts.part(0, 0, WIDTH, HEIGHT, false, Part.After.KEEP), indices, -1);
    }
    return gif.end();
  }

  /** The same as APNG, which viewers without animations show as its first frame. */
  public static byte[] apngFrame(Random random) {
    int[][] frames = frames(random);
    var file = new PngBytes().header(WIDTH, HEIGHT, 8, 6, false).animation(frames.length);
    int sequence = 0;
    for (int[] frame : frames) {
      int[] argb = Arrays.stream(frame).map(rgb -> 0xFF000000 | rgb).toArray();
      byte[] data = PngBytes.rgbaData(WIDTH, argb);
      file.control(sequence++, Parts.part(0, 0, WIDTH, HEIGHT, false, Part.After.KEEP));
      if (sequence == 1) {
        file.chunk("IDAT", data);
      } else {
        file.frameData(sequence++, data);
      }
    }
    return file.end();
  }

  private static int[][] frames(Random random) {
    int[][] frames = new int[2 + random.nextInt(5)][];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = pixels(background(random));
    }
    frames[random.nextInt(frames.length)] = pixels(canary(random));
    return frames;
  }

  /** As JPEG, upright or with a note how to turn it. */
  public static byte[] jpeg(Random random) {
    byte[] jpeg = JpegBytes.of(larger(canary(random)));
    return random.nextBoolean() ? jpeg : JpegBytes.withOrientation(jpeg, 1 + random.nextInt(8));
  }

  /** In four inks instead of three lights. */
  public static byte[] inks(Random random) {
    int[] rgb = pixels(canary(random));
    byte[] inks = new byte[rgb.length * 4];
    for (int i = 0; i < rgb.length; i++) {
      // As Adobe writes them: inverted, so that without black ink they are the lights themselves.
      inks[4 * i] = (byte) (rgb[i] >> 16);
      inks[4 * i + 1] = (byte) (rgb[i] >> 8);
      inks[4 * i + 2] = (byte) rgb[i];
      inks[4 * i + 3] = (byte) 0xFF;
    }
    return JpegBytes.inks(WIDTH, HEIGHT, inks);
  }

  /** In another format of still pictures. */
  public static byte[] otherFormat(Random random) {
    BufferedImage image = canary(random);
    int[] argb = Arrays.stream(pixels(image)).map(rgb -> 0xFF000000 | rgb).toArray();
    return switch (random.nextInt(4)) {
      case 0 -> write(image, "bmp");
      case 1 -> write(image, "gif");
      case 2 -> WebpBytes.of(WIDTH, argb);
      default -> indexed(image);
    };
  }

  /** With a palette of its own. */
  private static byte[] indexed(BufferedImage image) {
    int[] colours = {0x707070, 0x303030, TURQUOISE, 0xFFFFFF};
    var palette = new IndexColorModel(8, 4, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    var indexed = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, palette);
    Graphics2D pen = indexed.createGraphics();
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return png(indexed);
  }

  private static BufferedImage canary(Random random) {
    BufferedImage image = background(random);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(TURQUOISE));
    int size = HEIGHT - random.nextInt(8);
    pen.fillOval(random.nextInt(WIDTH - size + 1), random.nextInt(HEIGHT - size + 1), size, size);
    pen.dispose();
    return image;
  }

  private static BufferedImage background(Random random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0x707070));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(0x303030));
    pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 9, 7);
    pen.dispose();
    return image;
  }

  private static BufferedImage larger(BufferedImage image) {
    var larger = new BufferedImage(4 * WIDTH, 4 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = larger.createGraphics();
    pen.drawImage(image, 0, 0, 4 * WIDTH, 4 * HEIGHT, null);
    pen.dispose();
    return larger;
  }

  private static int[] pixels(BufferedImage image) {
    int[] rgb = image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    return Arrays.stream(rgb).map(pixel -> pixel & 0xFFFFFF).toArray();
  }

  private static byte[] png(BufferedImage image) {
    return write(image, "png");
  }

  private static byte[] write(BufferedImage image, String format) {
    var file = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format.toLowerCase(Locale.ROOT), file)) {
        throw new IllegalStateException("no writer of " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** Every way to show the disc so that a careless look misses it, by name. */
  public static List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    all.add(new Shown("on one background", CanaryFiles::onOneBackground));
    all.add(new Shown("under transparency", CanaryFiles::underTransparency));
    all.add(new Shown("in a frame of a GIF", CanaryFiles::gifFrame));
    all.add(new Shown("in a frame of an APNG", CanaryFiles::apngFrame));
    all.add(new Shown("as JPEG", CanaryFiles::jpeg));
    all.add(new Shown("in inks", CanaryFiles::inks));
    all.add(new Shown("in another format", CanaryFiles::otherFormat));
    return all;
  }

  /**
   * A way to show it.
   *
   * @param name for the report of a failure
   */
  public record Shown(String name, Drawer drawer) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Draws it; the same random numbers draw the same. */
  @FunctionalInterface
  public interface Drawer {
    /** The file. */
    byte[] draw(Random random);
  }
}
