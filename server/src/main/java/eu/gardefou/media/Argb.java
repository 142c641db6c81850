package eu.gardefou.media;

/** Pixels as numbers {@code 0xAARRGGBB}. */
final class Argb {
  /** The alpha of a pixel that hides everything behind it. */
  static final int OPAQUE = 0xFF000000;

  private static final int COLOUR = 0x00FFFFFF;

  private Argb() {}

  static int of(int alpha, int red, int green, int blue) {
    return (alpha << 24) | (red << 16) | (green << 8) | blue;
  }

  static int rgb(int red, int green, int blue) {
    return (red << 16) | (green << 8) | blue;
  }

  /** Three bytes, in this order. */
  static int rgb(byte red, byte green, byte blue) {
    return ((red & 0xFF) << 16) | ((green & 0xFF) << 8) | (blue & 0xFF);
  }

  static int grey(int level) {
    return 0x010101 * level;
  }

  static int alpha(int pixel) {
    return pixel >>> 24;
  }

  static int red(int pixel) {
    return (pixel >> 16) & 0xFF;
  }

  static int green(int pixel) {
    return (pixel >> 8) & 0xFF;
  }

  static int blue(int pixel) {
    return pixel & 0xFF;
  }

  static int withoutAlpha(int pixel) {
    return pixel & COLOUR;
  }

  static int withAlpha(int pixel, int alpha) {
    return (pixel & COLOUR) | (alpha << 24);
  }

  /** These colours with the other pixel's alpha. */
  static int recoloured(int pixel, int rgb) {
    return (pixel & OPAQUE) | rgb;
  }
}
