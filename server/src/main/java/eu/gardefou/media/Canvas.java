package eu.gardefou.media;

import java.util.Arrays;

/** Where the frames of an animation are put together as a viewer does it. */
final class Canvas {
  private final int width;
  private final int height;
  private final int[] argb;

  /** A canvas on which nothing has been painted yet: transparent, as in every viewer today. */
  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.argb = new int[width * height];
  }

  /** Paints one part, says what is to be seen, and clears up as the part asks. */
  Pixels show(Part part, Pixels pixels) {
    int[] before = part.after() == Part.After.RESTORE ? argb.clone() : new int[0];
    for (int y = 0; y < part.height(); y++) {
      int to = (part.y() + y) * width + part.x();
      paintRow(pixels, y * part.width(), to, part.width(), part.blended());
    }
    Pixels seen = Pixels.transparent(width, height, argb.clone());
    switch (part.after()) {
      case KEEP -> {}
      case CLEAR -> clear(part);
      case RESTORE -> System.arraycopy(before, 0, argb, 0, argb.length);
    }
    return seen;
  }

  private void paintRow(Pixels pixels, int from, int to, int count, boolean blended) {
    int[] source = pixels.argb();
    for (int i = 0; i < count; i++) {
      int pixel = pixels.alpha() ? source[from + i] : source[from + i] | Argb.OPAQUE;
      argb[to + i] = blended ? over(pixel, argb[to + i]) : pixel;
    }
  }

  private void clear(Part part) {
    for (int y = part.y(); y < part.y() + part.height(); y++) {
      int from = y * width + part.x();
      Arrays.fill(argb, from, from + part.width(), 0);
    }
  }

  /**
   * One pixel over another (Porter-Duff, not premultiplied). On an empty canvas the pixel stays as
   * it is, colour under transparency included, so that hidden colours are looked at too.
   */
  static int over(int top, int bottom) {
    int a = Argb.alpha(top);
    int b = Argb.alpha(bottom);
    if (a == 255 || b == 0) {
      return top;
    }
    if (a == 0) {
      return bottom;
    }
    int kept = b * (255 - a);
    int alpha = a * 255 + kept;
    return Argb.of(
        (alpha + 127) / 255,
        mix(Argb.red(top), a * 255, Argb.red(bottom), kept, alpha),
        mix(Argb.green(top), a * 255, Argb.green(bottom), kept, alpha),
        mix(Argb.blue(top), a * 255, Argb.blue(bottom), kept, alpha));
  }

  private static int mix(int top, int topWeight, int bottom, int bottomWeight, int sum) {
    return (top * topWeight + bottom * bottomWeight + sum / 2) / sum;
  }
}
