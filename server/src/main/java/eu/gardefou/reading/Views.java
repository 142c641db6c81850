package eu.gardefou.reading;

import eu.gardefou.media.Frame;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What differs among all views of all frames; equal pixels hold equal text. */
final class Views {
  private Views() {}

  static List<Raster> distinct(Picture picture) {
    Map<Integer, List<Raster>> seen = new HashMap<>();
    List<Raster> views = new ArrayList<>();
    for (Frame frame : picture.frames()) {
      for (Raster view : frame.views()) {
        List<Raster> alike =
            seen.computeIfAbsent(Arrays.hashCode(view.rgb()), hash -> new ArrayList<>());
        if (alike.stream().noneMatch(other -> same(other, view))) {
          alike.add(view);
          views.add(view);
        }
      }
    }
    return views;
  }

  private static boolean same(Raster a, Raster b) {
    return a.width() == b.width() && Arrays.equals(a.rgb(), b.rgb());
  }
}
