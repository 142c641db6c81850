package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A photo of clothed people as a file, and the same with the clothing of one painted over. */
public final class PaintedPhotos {
  private static final Raster PHOTO = Edits.scaled(DemoPhotos.photo(5), 0.5);
  private static final Box FACE = largestFace(PHOTO);

  private PaintedPhotos() {}

  /** The photo as it is. */
  public static byte[] asItIs() {
    return png(PHOTO);
  }

  /** With the clothing in the flat colour of the person's own face. */
  public static byte[] inTheFacesColour() {
    return png(Painted.over(PHOTO, FACE, Painted.flat(Painted.colour(PHOTO, FACE))));
  }

  /** With the clothing in blue. */
  public static byte[] inBlue() {
    return png(Painted.over(PHOTO, FACE, Painted.flat(0x2040A0)));
  }

  static Box largestFace(Raster raster) {
    try (Shelf shelf = Shelf.load(Weights.FOLDER)) {
      FaceFinder finder = new FaceFinder(Objects.requireNonNull(shelf.finder()));
      return finder.find(new View(raster), 14, new Stop(Long.MAX_VALUE)).stream()
          .filter(box -> box.confidence() >= 0.9)
          .max((a, b) -> Double.compare(a.side(), b.side()))
          .orElseThrow();
    } catch (OrtException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static byte[] png(Raster raster) {
    int type = BufferedImage.TYPE_INT_RGB;
    BufferedImage image = new BufferedImage(raster.width(), raster.height(), type);
    image.setRGB(0, 0, raster.width(), raster.height(), raster.rgb(), 0, raster.width());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
