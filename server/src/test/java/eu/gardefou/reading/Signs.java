package eu.gardefou.reading;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.models.ReadingFiles;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures with words in them, drawn for tests. */
public final class Signs {
  /** Where what reads them is in this checkout. */
  public static final Path FOLDER =
      Path.of(System.getProperty("gardefou.models", "../models/onnx"));

  private static final Media MEDIA = new Media(MediaLimits.DEFAULT);

  private Signs() {}

  /** For {@code @EnabledIf}. */
  public static boolean present() {
    return ReadingFiles.list().stream()
        .allMatch(file -> Files.isRegularFile(FOLDER.resolve(file.file())));
  }

  /** How a text is drawn. */
  public record Look(int size, Color ink, Color paper, int quarterTurns, int grain, String font) {
    /** Black on white, of the usual size. */
    public static final Look PLAIN = new Look(30, Color.BLACK, Color.WHITE, 0, 0, Font.SANS_SERIF);

    Look in(Color otherInk, Color otherPaper) {
      return new Look(size, otherInk, otherPaper, quarterTurns, grain, font);
    }

    Look turned(int times) {
      return new Look(size, ink, paper, times, grain, font);
    }

    Look grainy(int amount) {
      return new Look(size, ink, paper, quarterTurns, amount, font);
    }

    Look sized(int pixels) {
      return new Look(pixels, ink, paper, quarterTurns, grain, font);
    }

    Look withFont(String name) {
      return new Look(size, ink, paper, quarterTurns, grain, name);
    }
  }

  /** Lines of text in the middle of a picture of 640 by 400. */
  public static Picture sign(Look look, String... lines) {
    return picture(drawn(look, 640, 400, lines));
  }

  static BufferedImage drawn(Look look, int width, int height, String... lines) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(look.paper());
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(look.ink());
    pen.setFont(new Font(look.font(), Font.PLAIN, look.size()));
    pen.rotate(look.quarterTurns() * Math.PI / 2, width / 2.0, height / 2.0);
    int y = height / 2 - (lines.length - 1) * look.size() * 3 / 4 + look.size() / 3;
    for (String line : lines) {
      pen.drawString(line, (width - pen.getFontMetrics().stringWidth(line)) / 2, y);
      y += look.size() * 3 / 2;
    }
    pen.dispose();
    return look.grain() == 0 ? image : grainy(image, look.grain());
  }

  /** As a camera sees it. */
  static BufferedImage grainy(BufferedImage image, int amount) {
    Random random = new Random(7);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int grain = random.nextInt(2 * amount + 1) - amount;
        image.setRGB(
            x, y, part(rgb >> 16, grain) << 16 | part(rgb >> 8, grain) << 8 | part(rgb, grain));
      }
    }
    return image;
  }

  private static int part(int colour, int more) {
    return Math.clamp((colour & 0xFF) + more, 0, 255);
  }

  /** The picture as it comes in. */
  public static Picture picture(BufferedImage image) {
    return MEDIA.decode(file(image));
  }

  static byte[] file(BufferedImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return file.toByteArray();
  }

  /** All the words that were read, in small letters. */
  static String words(ReadingFindings found) {
    List<String> texts = found.texts().stream().map(FoundText::text).toList();
    return String.join(" | ", texts).toLowerCase(java.util.Locale.ROOT);
  }
}
