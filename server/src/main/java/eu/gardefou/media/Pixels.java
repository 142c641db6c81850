package eu.gardefou.media;

import org.jspecify.annotations.Nullable;

/**
 * Decoded pixels on their way to a picture.
 *
 * <p>{@code argb} is row by row {@code 0xAARRGGBB}, colours not multiplied by alpha; without alpha
 * the high bytes are zero. {@code otherReading} is there when some viewers show the same file in
 * visibly different colours, and perceptual hashing goes by it: 16-bit grey clipped rather than
 * scaled, inks without their profile.
 */
final class Pixels {
  private final int width;
  private final int height;
  private final int[] argb;
  private final boolean alpha;
  private final int @Nullable [] otherReading;

  private Pixels(int width, int height, int[] argb, boolean alpha, int @Nullable [] otherReading) {
    if (argb.length != (long) width * height) {
      throw Refusal.damaged("its parts differ in size");
    }
    this.width = width;
    this.height = height;
    this.argb = argb;
    this.alpha = alpha;
    this.otherReading = otherReading;
  }

  static Pixels opaque(int width, int height, int[] rgb) {
    return new Pixels(width, height, rgb, false, null);
  }

  /** Pixels that may be transparent; when none is, they become opaque ones. */
  static Pixels transparent(int width, int height, int[] argb) {
    int all = Argb.OPAQUE;
    for (int pixel : argb) {
      all &= pixel;
    }
    if (all != Argb.OPAQUE) {
      return new Pixels(width, height, argb, true, null);
    }
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Argb.withoutAlpha(argb[i]);
    }
    return opaque(width, height, argb);
  }

  Pixels withOtherReading(int[] rgb) {
    return new Pixels(width, height, argb, alpha, rgb);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int[] argb() {
    return argb;
  }

  boolean alpha() {
    return alpha;
  }

  int @Nullable [] otherReading() {
    return otherReading;
  }
}
