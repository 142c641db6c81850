package eu.gardefou.media;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the samples of a file become the colours of a screen (sRGB). */
interface Colours {
  /** The conversion; null when it would change nothing that can be seen. */
  @Nullable Conversion open();

  /** Whether a second copy of the pixels, in other colours, may come of it. */
  default boolean mayChange() {
    return true;
  }

  /** Changes the colours of pixels in place; alpha stays. */
  interface Conversion {
    /** Converts pixels {@code 0xAARRGGBB}. */
    void apply(int[] argb, Guard guard);

    /**
     * Whether colours change so much that a viewer without colour management shows another picture.
     * Then both are to be looked at.
     */
    boolean drastic();
  }

  /** The largest change of a sample that nobody sees. */
  int INVISIBLE = 2;

  /**
   * The largest change of a sample that common colour spaces (Display P3, Adobe RGB) make, rounded
   * up; more is drastic.
   */
  int COMMON = 64;

  /** Colours from all over the cube, to see what a conversion does to them. */
  static int[] probe() {
    int[] probe = new int[9 * 9 * 9];
    for (int i = 0; i < probe.length; i++) {
      int red = Math.min(255, i % 9 * 32);
      int green = Math.min(255, i / 9 % 9 * 32);
      int blue = Math.min(255, i / 81 * 32);
      probe[i] = Argb.rgb(red, green, blue);
    }
    return probe;
  }

  /** The largest difference of a sample between two lists of colours. */
  static int largestChange(int[] before, int[] after) {
    int largest = 0;
    for (int i = 0; i < before.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        int change = Math.abs(((before[i] >> shift) & 0xFF) - ((after[i] >> shift) & 0xFF));
        largest = Math.max(largest, change);
      }
    }
    return largest;
  }

  /** One curve for red, green and blue alike. */
  static @Nullable Conversion curve(int[] from, int[] to) {
    int change = largestChange(from, to);
    return change <= INVISIBLE ? null : new Curve(to, change > COMMON);
  }

  /** The curve that a PNG file's gAMA chunk asks for on a screen with the usual exponent 2.2. */
  static Colours gamma(double fileGamma) {
    return () -> {
      int[] grey = greys();
      int[] curve = new int[256];
      double exponent = 1 / (fileGamma * 2.2);
      Arrays.setAll(curve, i -> Argb.grey((int) Math.round(255 * Math.pow(i / 255.0, exponent))));
      return curve(grey, curve);
    };
  }

  /** The 256 greys, from black to white. */
  static int[] greys() {
    int[] grey = new int[256];
    Arrays.setAll(grey, Argb::grey);
    return grey;
  }

  /** A look-up table of 256 colours; each sample picks its own channel's entry. */
  final class Curve implements Conversion {
    private final int[] table;
    private final boolean drastic;

    private Curve(int[] table, boolean drastic) {
      this.table = table;
      this.drastic = drastic;
    }

    @Override
    public void apply(int[] argb, Guard guard) {
      guard.check();
      for (int i = 0; i < argb.length; i++) {
        int pixel = argb[i];
        int red = Argb.red(table[Argb.red(pixel)]);
        int green = Argb.green(table[Argb.green(pixel)]);
        int blue = Argb.blue(table[Argb.blue(pixel)]);
        argb[i] = Argb.recoloured(pixel, Argb.rgb(red, green, blue));
      }
    }

    @Override
    public boolean drastic() {
      return drastic;
    }
  }
}
