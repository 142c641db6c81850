package eu.gardefou.vision;

import eu.gardefou.media.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Photos of groups of clothed people at parties, which the package of face-api ships. They are used
 * from there, and are not part of this project.
 */
final class DemoPhotos {
  static final Path FOLDER =
      Weights.FOLDER.resolveSibling("node_modules/@vladmandic/face-api/demo");

  /** How many people each shows. */
  static final int[] PEOPLE = {3, 3, 3, 4, 5, 4};

  private DemoPhotos() {}

  /** For {@code @EnabledIf}. */
  static boolean present() {
    return Weights.present() && Files.isRegularFile(file(PEOPLE.length - 1));
  }

  /** By number, from 0. */
  static Raster photo(int number) {
    try {
      BufferedImage image = ImageIO.read(file(number).toFile());
      int width = image.getWidth();
      int height = image.getHeight();
      int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
      return new Raster(width, height, Arrays.stream(rgb).map(p -> p & 0xFFFFFF).toArray());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path file(int number) {
    return FOLDER.resolve("sample" + (number + 1) + ".jpg");
  }
}
