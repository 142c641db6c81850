package eu.gardefou.media;

/** Pixels in the four inks of a printing press, four bytes each, 255 is full ink. */
final class Inks {
  private final byte[] inks;

  private Inks(byte[] inks) {
    this.inks = inks;
  }

  static Inks of(byte[] inks) {
    return new Inks(inks);
  }

  /**
   * Inks as they are stored in JPEG files: by Adobe's convention, which everybody follows,
   * inverted, and perhaps with the first three coded as luma and chroma.
   */
  static Inks ofJpeg(byte[] stored, boolean lumaAndChroma) {
    for (int i = 0; i < stored.length; i += 4) {
      if (lumaAndChroma) {
        toInvertedInks(stored, i);
      }
      for (int ink = 0; ink < 4; ink++) {
        stored[i + ink] = (byte) (255 - (stored[i + ink] & 0xFF));
      }
    }
    return new Inks(stored);
  }

  private static void toInvertedInks(byte[] stored, int at) {
    int luma = stored[at] & 0xFF;
    double blueness = (stored[at + 1] & 0xFF) - 128;
    double redness = (stored[at + 2] & 0xFF) - 128;
    stored[at] = inverted(luma + 1.402 * redness);
    stored[at + 1] = inverted(luma - 0.344136 * blueness - 0.714136 * redness);
    stored[at + 2] = inverted(luma + 1.772 * blueness);
  }

  private static byte inverted(double sample) {
    return (byte) (255 - Math.clamp(Math.round(sample), 0, 255));
  }

  /** By the profile where there is a usable one, and by the plain formula as the other reading. */
  Pixels pixels(int width, int height, byte[] profile, Guard guard) {
    int[] plain = plain();
    IccColours.Transform transform = IccColours.inks(profile);
    return transform == null
        ? Pixels.opaque(width, height, plain)
        : Pixels.opaque(width, height, transform.colours(inks, guard)).withOtherReading(plain);
  }

  /** Light is what the inks leave of it. */
  private int[] plain() {
    int[] rgb = new int[inks.length / 4];
    for (int i = 0; i < rgb.length; i++) {
      int light = 255 - (inks[4 * i + 3] & 0xFF);
      int at = 4 * i;
      rgb[i] =
          Argb.rgb(left(inks[at], light), left(inks[at + 1], light), left(inks[at + 2], light));
    }
    return rgb;
  }

  private static int left(byte ink, int light) {
    return Math.max(0, light - ((ink & 0xFF) * light + 127) / 255);
  }
}
