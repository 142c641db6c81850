package eu.gardefou.media;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * The colours that an embedded ICC profile describes. A profile that cannot be used, or that is for
 * another kind of samples, is ignored, which is what viewers do.
 */
final class IccColours implements Colours {
  /**
   * Larger profiles are not looked at; those of printing presses have up to three million bytes.
   */
  static final int LARGEST_PROFILE = 4 << 20;

  private static final int CHUNK = 1 << 15;

  private final byte[] profile;
  private final int samples;

  private IccColours(byte[] profile, int samples) {
    this.profile = profile;
    this.samples = samples;
  }

  /**
   * Colours by a profile.
   *
   * @param profile as embedded; empty when there is none
   * @param samples of a pixel, without alpha: 1 or 3
   */
  static Colours of(byte[] profile, int samples) {
    return profile.length == 0 ? new StoredColours() : new IccColours(profile, samples);
  }

  /** The transformation of inks to sRGB by a profile; null when the profile is of no use. */
  static @Nullable Transform inks(byte[] profile) {
    return profile.length == 0 ? null : new IccColours(profile, 4).transform();
  }

  @Override
  public @Nullable Conversion open() {
    Transform transform = transform();
    if (transform == null) {
      return null;
    }
    try {
      return samples == 1 ? transform.greyCurve() : transform.unlessInvisible();
    } catch (CMMException e) {
      return null;
    }
  }

  private @Nullable Transform transform() {
    try {
      ICC_Profile parsed = ICC_Profile.getInstance(profile);
      int wanted =
          switch (samples) {
            case 1 -> ColorSpace.TYPE_GRAY;
            case 3 -> ColorSpace.TYPE_RGB;
            case 4 -> ColorSpace.TYPE_CMYK;
            default -> -1;
          };
      if (parsed.getColorSpaceType() != wanted) {
        return null;
      }
      ICC_Profile screen = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
      return new Transform(new ColorConvertOp(new ICC_Profile[] {parsed, screen}, null), samples);
    } catch (IllegalArgumentException | ProfileDataException | CMMException e) {
      return null;
    }
  }

  /** The transformation, a chunk at a time so that the guard is asked in between. */
  static final class Transform {
    private final ColorConvertOp operation;
    private final WritableRaster from;
    private final WritableRaster to = interleaved(3);
    private final byte[] in;
    private final byte[] out;

    private Transform(ColorConvertOp operation, int samples) {
      this.operation = operation;
      this.from = interleaved(samples);
      this.in = ((DataBufferByte) from.getDataBuffer()).getData();
      this.out = ((DataBufferByte) to.getDataBuffer()).getData();
    }

    private static WritableRaster interleaved(int samples) {
      byte[] data = new byte[CHUNK * samples];
      int[] bands = new int[samples];
      for (int i = 0; i < samples; i++) {
        bands[i] = i;
      }
      return Raster.createInterleavedRaster(
          new DataBufferByte(data, data.length), CHUNK, 1, CHUNK * samples, samples, bands, null);
    }

    /**
     * Converts inks to colours.
     *
     * @param inks four bytes a pixel, 255 is full ink
     */
    int[] colours(byte[] inks, Guard guard) {
      int[] rgb = new int[inks.length / 4];
      for (int start = 0; start < rgb.length; start += CHUNK) {
        guard.check();
        int count = Math.min(CHUNK, rgb.length - start);
        System.arraycopy(inks, 4 * start, in, 0, 4 * count);
        operation.filter(from, to);
        collect(rgb, start, count);
      }
      return rgb;
    }

    private @Nullable Conversion greyCurve() {
      for (int i = 0; i < 256; i++) {
        in[i] = (byte) i;
      }
      operation.filter(from, to);
      int[] curve = new int[256];
      collect(curve, 0, 256);
      return Colours.curve(Colours.greys(), curve);
    }

    private @Nullable Conversion unlessInvisible() {
      int[] before = Colours.probe();
      int[] after = before.clone();
      convert(after, 0, after.length);
      int change = Colours.largestChange(before, after);
      return change <= INVISIBLE ? null : new Full(this, change > COMMON);
    }

    private void convert(int[] argb, int start, int count) {
      for (int i = 0, at = 0; i < count; i++, at += 3) {
        int pixel = argb[start + i];
        in[at] = (byte) Argb.red(pixel);
        in[at + 1] = (byte) Argb.green(pixel);
        in[at + 2] = (byte) Argb.blue(pixel);
      }
      operation.filter(from, to);
      collect(argb, start, count);
    }

    private void collect(int[] argb, int start, int count) {
      for (int i = 0, at = 0; i < count; i++, at += 3) {
        int rgb = Argb.rgb(out[at], out[at + 1], out[at + 2]);
        argb[start + i] = Argb.recoloured(argb[start + i], rgb);
      }
    }
  }

  /** A conversion of every pixel by the transformation itself. */
  private record Full(Transform transform, boolean drastic) implements Conversion {
    @Override
    public void apply(int[] argb, Guard guard) {
      for (int start = 0; start < argb.length; start += CHUNK) {
        guard.check();
        transform.convert(argb, start, Math.min(CHUNK, argb.length - start));
      }
    }
  }
}
