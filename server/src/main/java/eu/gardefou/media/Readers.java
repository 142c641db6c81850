package eu.gardefou.media;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The decoders, each chosen by name. ImageIO's own search for plug-ins depends on class loaders and
 * on whatever else is on the class path, so it is not used.
 */
final class Readers {
  static final Readers JPEG = standard("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
  static final Readers GIF = standard("com.sun.imageio.plugins.gif.GIFImageReaderSpi");
  static final Readers TIFF = new Readers(new TIFFImageReaderSpi());
  static final Readers BMP = new Readers(new BMPImageReaderSpi());

  private static final ImageTypeSpecifier RED_GREEN_BLUE =
      ImageTypeSpecifier.createInterleaved(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          new int[] {0, 1, 2},
          DataBuffer.TYPE_BYTE,
          false,
          false);

  static {
    // Decoders may open streams of their own; none may write a temporary file.
    ImageIO.setUseCache(false);
  }

  private final ImageReaderSpi provider;

  private Readers(ImageReaderSpi provider) {
    this.provider = provider;
  }

  private static Readers standard(String className) {
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (all.hasNext()) {
      ImageReaderSpi candidate = all.next();
      if (candidate.getClass().getName().equals(className)) {
        return new Readers(candidate);
      }
    }
    throw new IllegalStateException("This Java runtime has no " + className + ".");
  }

  /** Decodes one picture of a file in the colours in which it is stored. */
  BufferedImage image(byte[] file, int index, Guard guard) throws IOException {
    return read(
        file,
        guard,
        reader -> {
          ImageReadParam param = reader.getDefaultReadParam();
          ImageTypeSpecifier raw = reader.getRawImageType(index);
          if (raw != null) {
            param.setDestinationType(raw);
          }
          return reader.read(index, param);
        });
  }

  /** Decodes the samples of the only picture of a file, without any conversion. */
  Raster raster(byte[] file, Guard guard) throws IOException {
    return read(file, guard, reader -> reader.readRaster(0, null));
  }

  /** Decodes the only picture of a file into the colours of a screen, profiles apart. */
  Raster colours(byte[] file, Guard guard) throws IOException {
    return read(
        file,
        guard,
        reader -> {
          ImageReadParam param = reader.getDefaultReadParam();
          if (reader.getImageTypes(0).next().getNumBands() == 3) {
            param.setDestination(inDecodersOrder(reader.getWidth(0), reader.getHeight(0)));
          }
          return reader.read(0, param).getRaster();
        });
  }

  /** Red, green, blue, as the decoder writes them: the usual blue, green, red it turns about. */
  private static BufferedImage inDecodersOrder(int width, int height) {
    return RED_GREEN_BLUE.createBufferedImage(width, height);
  }

  /**
   * The JPEG decoder goes on where coded data are corrupt, and fills in what is missing; so does
   * everybody's, each in its own way. Bytes too many it steps over, which harms nothing.
   */
  private static void refuseCorruption(ImageReader source, String warning) {
    boolean corrupt = warning.startsWith("Corrupt JPEG") || warning.startsWith("Premature end");
    if (corrupt && !warning.contains("extraneous")) {
      throw Refusal.damaged("a part of it is missing or corrupt");
    }
  }

  private <T> T read(byte[] file, Guard guard, Reading<T> reading) throws IOException {
    ImageReader reader = provider.createReaderInstance();
    try (GuardedStream stream = new GuardedStream(file, guard)) {
      reader.addIIOReadWarningListener(Readers::refuseCorruption);
      reader.setInput(stream, false, true);
      reader.addIIOReadProgressListener(new Progress(guard));
      T result = reading.from(reader);
      guard.check();
      return result;
    } finally {
      reader.dispose();
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(ImageReader reader) throws IOException;
  }
}
