package eu.gardefou.hashing;

/**
 * Computes PDQ fingerprints of decoded pixels.
 *
 * <p>PDQ (Facebook, 2019): luminance, a two-pass box filter in both directions (Jarosz), 64 by 64
 * samples, a cosine transform of which 16 by 16 coefficients are kept, and one bit for each: above
 * the median or not. This is the full-resolution family: every pixel counts and nothing is resized
 * beforehand, as in the pdqhash wheel and in Hasher-Matcher-Actioner. The upstream command line
 * first shrinks large pictures by nearest neighbour and so differs by 2 to 10 bits.
 *
 * <p>Filter and sampling are one linear map, see {@link TentFilter}: one pass over the pixels, and
 * no buffer larger than a row. The sums run in another order than upstream's, so a coefficient that
 * sits on the median within rounding error may fall on the other side. In practice that is a side
 * of exactly 8 or 16 pixels, where some coefficients are nothing but rounding error in either form;
 * tests compare with upstream's own answers and with a slow form in upstream's order.
 *
 * <p>Small pictures: between 5 and 64 pixels a side, pixels are repeated, as upstream does; 64 by
 * 64 pixels are taken as they are; with a side under 5 there is nothing to tell apart, and the
 * answer is quality 0 with all bits 0. Stateless, safe for many threads.
 */
public final class PdqHasher {
  /** Pictures with a shorter side get quality 0 and the all-zero hash, as upstream. */
  public static final int SMALLEST_SIDE = 5;

  private PdqHasher() {}

  /**
   * Fingerprints a colour picture.
   *
   * @param rgb row by row, {@code 0xRRGGBB}; the top byte is ignored
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @throws IllegalArgumentException when the buffer does not have width times height values
   */
  public static PdqFingerprint hashRgb(int[] rgb, int width, int height) {
    return hashRgb(rgb, width, height, new Cut(0, 0, Math.max(1, width), Math.max(1, height)));
  }

  /**
   * Fingerprints a part of a colour picture.
   *
   * @param rgb all of the picture row by row, {@code 0xRRGGBB}; the top byte is ignored
   * @param width of the picture in pixels, at least 1
   * @param height of the picture in pixels, at least 1
   * @param cut the part
   * @throws IllegalArgumentException when the buffer does not have width times height values, or
   *     the part is not inside
   */
  public static PdqFingerprint hashRgb(int[] rgb, int width, int height, Cut cut) {
    check(rgb.length, width, height);
    if (!cut.fitsIn(width, height)) {
      throw new IllegalArgumentException(cut + " is not inside " + width + " by " + height);
    }
    return hash(new RgbRows(rgb, width, cut), cut.width(), cut.height());
  }

  /**
   * Fingerprints a colour picture of packed bytes, as video decoders give.
   *
   * @param rgb row by row, red, green and blue of each pixel
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @throws IllegalArgumentException when the buffer does not have three times width times height
   *     bytes
   */
  public static PdqFingerprint hashRgb24(byte[] rgb, int width, int height) {
    if (rgb.length % Rgb24Rows.BYTES != 0) {
      throw new IllegalArgumentException("a pixel has three bytes, these are " + rgb.length);
    }
    check(rgb.length / Rgb24Rows.BYTES, width, height);
    return hash(new Rgb24Rows(rgb, width), width, height);
  }

  /**
   * Fingerprints a picture of which only the luminance is known.
   *
   * @param luma row by row, 0 (black) to 255 (white), finite
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @throws IllegalArgumentException when the buffer does not have width times height values, or a
   *     value that counts is not finite
   */
  public static PdqFingerprint hashLuma(float[] luma, int width, int height) {
    check(luma.length, width, height);
    return hash(new LumaRows(luma, width), width, height);
  }

  private static PdqFingerprint hash(PixelRows rows, int width, int height) {
    if (width < SMALLEST_SIDE || height < SMALLEST_SIDE) {
      return PdqFingerprint.EMPTY;
    }
    float[] samples = TentFilter.sample(rows, width, height);
    int quality = Quality.of(samples);
    return new PdqFingerprint(quality, DihedralBits.of(CosineTransform.of(samples)));
  }

  private static void check(int values, int width, int height) {
    if (width < 1 || height < 1 || values != (long) width * height) {
      throw new IllegalArgumentException(
          "a picture of " + width + " by " + height + " cannot have " + values + " pixels");
    }
  }
}
