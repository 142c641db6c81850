package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.policy.Signal;
import java.util.List;

/**
 * How much of a picture a mask opens: as much of it as is see-through. Some read a mask the other
 * way round, so one that opens nothing counts as opening all.
 */
final class MaskReading {
  private static final int HALF = 127;

  private MaskReading() {}

  static Signal of(Picture mask) {
    List<Raster> views = mask.frames().getFirst().views();
    int pixels = views.getFirst().rgb().length;
    int open = 0;
    for (int i = 0; i < pixels; i++) {
      open += isSeeThrough(views, i) ? 1 : 0;
    }
    return new Signal.Mask(open == 0 ? 1 : (double) open / pixels);
  }

  /** What is see-through looks other on white than on black. */
  private static boolean isSeeThrough(List<Raster> views, int pixel) {
    int least = 255;
    int most = 0;
    for (Raster view : views) {
      int green = view.rgb()[pixel] >> 8 & 0xFF;
      least = Math.min(least, green);
      most = Math.max(most, green);
    }
    return most - least > HALF;
  }
}
