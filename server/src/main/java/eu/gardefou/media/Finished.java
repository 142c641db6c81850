package eu.gardefou.media;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame in screen colours and upright, with everything that is to be kept of it.
 *
 * @param upright its pixels; the other reading is there only when it is to be looked at
 * @param frame its views
 * @param stored its samples before any conversion, not turned
 */
record Finished(Pixels upright, Frame frame, Raster stored) {
  /** Stands for no background: the colours, whatever their transparency. */
  private static final int IGNORED = -1;

  private static final int[] BACKGROUNDS = {0xFFFFFF, 0x000000, 0x808080, IGNORED};

  /** Converts colours and turns; takes the pixels over. */
  static Finished of(
      Pixels pixels,
      Orientation orientation,
      Colours.@Nullable Conversion conversion,
      Object owner,
      Guard guard) {
    int width = pixels.width();
    int height = pixels.height();
    int[] reading = pixels.otherReading();
    boolean seen = reading != null;
    if (conversion != null) {
      if (reading == null) {
        reading = withoutAlpha(pixels.argb());
        seen = conversion.drastic();
      }
      conversion.apply(pixels.argb(), guard);
    }
    int[] argb = orientation.turn(pixels.argb(), width, height);
    int uprightWidth = orientation.width(width, height);
    int uprightHeight = orientation.height(width, height);
    Pixels upright =
        pixels.alpha()
            ? Pixels.transparent(uprightWidth, uprightHeight, argb)
            : Pixels.opaque(uprightWidth, uprightHeight, argb);
    List<Raster> views = views(upright, owner);
    if (seen && reading != null) {
      int[] turned = orientation.turn(reading, width, height);
      upright = upright.withOtherReading(turned);
      views.add(new Raster(uprightWidth, uprightHeight, turned, owner));
    }
    Raster stored =
        reading == null
            ? stored(upright, orientation, views, owner)
            : new Raster(width, height, reading, owner);
    return new Finished(upright, new Frame(views), stored);
  }

  private static Raster stored(
      Pixels upright, Orientation orientation, List<Raster> views, Object owner) {
    if (orientation == Orientation.UPRIGHT && !upright.alpha()) {
      return views.getFirst();
    }
    int width = upright.width();
    int height = upright.height();
    Orientation back = orientation.inverse();
    return Raster.drawnBy(
        back.width(width, height),
        back.height(width, height),
        () -> back.turn(withoutAlpha(upright.argb()), width, height),
        owner);
  }

  private static List<Raster> views(Pixels pixels, Object owner) {
    List<Raster> views = new ArrayList<>();
    int[] argb = pixels.argb();
    if (!pixels.alpha()) {
      views.add(new Raster(pixels.width(), pixels.height(), argb, owner));
      return views;
    }
    for (int i = 0; i < BACKGROUNDS.length; i++) {
      int background = BACKGROUNDS[i];
      boolean another = true;
      for (int j = 0; j < i; j++) {
        another &= differ(argb, background, BACKGROUNDS[j]);
      }
      if (another) {
        views.add(drawn(pixels, background, owner));
      }
    }
    return views;
  }

  private static Raster drawn(Pixels pixels, int background, Object owner) {
    int[] argb = pixels.argb();
    return Raster.drawnBy(
        pixels.width(),
        pixels.height(),
        () -> {
          int[] rgb = new int[argb.length];
          for (int i = 0; i < rgb.length; i++) {
            rgb[i] = on(argb[i], background);
          }
          return rgb;
        },
        owner);
  }

  /** Whether the picture looks different on these two backgrounds. */
  private static boolean differ(int[] argb, int one, int other) {
    for (int pixel : argb) {
      if (on(pixel, one) != on(pixel, other)) {
        return true;
      }
    }
    return false;
  }

  private static int on(int pixel, int background) {
    if (background == IGNORED) {
      return Argb.withoutAlpha(pixel);
    }
    int alpha = Argb.alpha(pixel);
    return Argb.rgb(
        mix(Argb.red(pixel), Argb.red(background), alpha),
        mix(Argb.green(pixel), Argb.green(background), alpha),
        mix(Argb.blue(pixel), Argb.blue(background), alpha));
  }

  private static int mix(int top, int bottom, int alpha) {
    return (top * alpha + bottom * (255 - alpha) + 127) / 255;
  }

  private static int[] withoutAlpha(int[] argb) {
    int[] rgb = new int[argb.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = Argb.withoutAlpha(argb[i]);
    }
    return rgb;
  }
}
