package eu.gardefou.media;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads what a decoder stored, sample by sample. {@code BufferedImage.getRGB} is never used: for
 * grey pictures it takes the samples for linear light, which changes a perceptual hash by many
 * bits.
 */
final class Samples {
  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final Raster raster;
  private final int width;
  private final int height;
  private final int bands;
  private final int[] largest;

  private Samples(Raster raster) {
    this.raster = raster;
    this.width = raster.getWidth();
    this.height = raster.getHeight();
    SampleModel model = raster.getSampleModel();
    this.bands = model.getNumBands();
    this.largest = new int[bands];
    for (int band = 0; band < bands; band++) {
      int bits = model.getSampleSize(band);
      if (bits < 1 || bits > 16) {
        throw Refusal.unsupported("A picture with " + bits + " bits a sample");
      }
      largest[band] = (1 << bits) - 1;
    }
  }

  /** All pixels of a decoded picture whose samples are palette indices, grey or RGB. */
  static Pixels of(BufferedImage image, Guard guard) {
    Samples samples = new Samples(image.getRaster());
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return samples.indexed(palette, guard);
    }
    boolean grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    boolean alpha = colours.hasAlpha() && colours.isAlphaPremultiplied();
    int[] argb = samples.argb(grey ? 1 : 3, colours.hasAlpha(), guard);
    if (alpha) {
      divideByAlpha(argb);
    }
    Pixels pixels =
        colours.hasAlpha()
            ? Pixels.transparent(samples.width, samples.height, argb)
            : Pixels.opaque(samples.width, samples.height, argb);
    return grey && samples.largest[0] == 0xFFFF && !colours.hasAlpha()
        ? pixels.withOtherReading(samples.clipped(guard))
        : pixels;
  }

  /** Grey or RGB samples without alpha, as a raster. */
  static int[] rgb(Raster raster, Guard guard) {
    Samples samples = new Samples(raster);
    return samples.argb(samples.bands == 1 ? 1 : 3, false, guard);
  }

  /** The samples as they are, four bytes a pixel, 16-bit samples by their high byte. */
  static byte[] inks(Raster raster, Guard guard) {
    Samples samples = new Samples(raster);
    byte[] inks = new byte[4 * samples.width * samples.height];
    int at = 0;
    for (int y = 0; y < samples.height; y++) {
      int[] row = samples.row(y, guard);
      for (int x = 0; x < samples.width; x++) {
        for (int band = 0; band < 4; band++) {
          inks[at++] = (byte) samples.eightBits(row, x, band);
        }
      }
    }
    return inks;
  }

  private int[] argb(int colours, boolean alpha, Guard guard) {
    if (bands < colours + (alpha ? 1 : 0)) {
      throw Refusal.damaged("it has too few samples");
    }
    if (!alpha && raster.getSampleModel() instanceof PixelInterleavedSampleModel model) {
      if (raster.getDataBuffer() instanceof DataBufferByte data && data.getOffset() == 0) {
        return bytes(data.getData(), model, colours, guard);
      }
    }
    int[] argb = new int[width * height];
    int at = 0;
    for (int y = 0; y < height; y++) {
      int[] row = row(y, guard);
      for (int x = 0; x < width; x++) {
        int red = eightBits(row, x, 0);
        int green = colours == 1 ? red : eightBits(row, x, 1);
        int blue = colours == 1 ? red : eightBits(row, x, 2);
        int a = alpha ? eightBits(row, x, colours) : 0;
        argb[at++] = Argb.of(a, red, green, blue);
      }
    }
    return argb;
  }

  /** The same, for the most common arrangement, straight from the buffer. */
  private int[] bytes(byte[] data, PixelInterleavedSampleModel model, int colours, Guard guard) {
    int[] offsets = model.getBandOffsets();
    int step = model.getPixelStride();
    int green = colours == 1 ? 0 : offsets[1] - offsets[0];
    int blue = colours == 1 ? 0 : offsets[2] - offsets[0];
    int[] rgb = new int[width * height];
    int at = 0;
    for (int y = 0; y < height; y++) {
      if ((y & 0xFF) == 0) {
        guard.check();
      }
      int from = y * model.getScanlineStride() + offsets[0];
      if (step == 3 && green == 1 && blue == 2) {
        at = redGreenBlue(data, from, rgb, at);
        continue;
      }
      for (int x = 0; x < width; x++, from += step) {
        rgb[at++] = Argb.rgb(data[from], data[from + green], data[from + blue]);
      }
    }
    return rgb;
  }

  /** A row of three bytes a pixel, read four at a time. */
  private int redGreenBlue(byte[] data, int start, int[] rgb, int at) {
    int from = start;
    int last = at + width - 1;
    for (int i = at; i < last; i++, from += 3) {
      rgb[i] = (int) FOUR_BYTES.get(data, from) >>> 8;
    }
    rgb[last] = Argb.rgb(data[from], data[from + 1], data[from + 2]);
    return last + 1;
  }

  private Pixels indexed(IndexColorModel palette, Guard guard) {
    int[] table = new int[palette.getMapSize()];
    palette.getRGBs(table);
    int[] argb = new int[width * height];
    int at = 0;
    for (int y = 0; y < height; y++) {
      int[] row = row(y, guard);
      for (int x = 0; x < width; x++) {
        int index = row[x * bands];
        argb[at++] = index < table.length ? table[index] : Argb.OPAQUE;
      }
    }
    return Pixels.transparent(width, height, argb);
  }

  /** 16-bit grey as Pillow narrows it: everything above 255 is white. */
  private int[] clipped(Guard guard) {
    int[] rgb = new int[width * height];
    int at = 0;
    for (int y = 0; y < height; y++) {
      int[] row = row(y, guard);
      for (int x = 0; x < width; x++) {
        rgb[at++] = Argb.grey(Math.min(255, row[x * bands]));
      }
    }
    return rgb;
  }

  private int[] row(int y, Guard guard) {
    if ((y & 0x3F) == 0) {
      guard.check();
    }
    return raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, (int[]) null);
  }

  private int eightBits(int[] row, int x, int band) {
    int value = row[x * bands + band];
    return switch (largest[band]) {
      case 0xFF -> value;
      case 0xFFFF -> value >> 8;
      default -> (value * 255 + largest[band] / 2) / largest[band];
    };
  }

  private static void divideByAlpha(int[] argb) {
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      int alpha = Argb.alpha(pixel);
      if (alpha != 0 && alpha != 255) {
        argb[i] =
            Argb.of(
                alpha,
                divided(Argb.red(pixel), alpha),
                divided(Argb.green(pixel), alpha),
                divided(Argb.blue(pixel), alpha));
      }
    }
  }

  private static int divided(int sample, int alpha) {
    return Math.min(255, (sample * 255 + alpha / 2) / alpha);
  }
}
