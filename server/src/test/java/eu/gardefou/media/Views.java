package eu.gardefou.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is to be seen of transparent pixels, the slow and obvious way. */
final class Views {
  private Views() {}

  /** On white, black and grey and without transparency; those that differ. */
  static List<List<Integer>> of(int[] argb) {
    List<List<Integer>> views = new ArrayList<>();
    for (int background : new int[] {255, 0, 128, -1}) {
      List<Integer> view = new ArrayList<>();
      for (int pixel : argb) {
        view.add(background < 0 ? pixel & 0xFFFFFF : on(pixel, background));
      }
      if (!views.contains(view)) {
        views.add(view);
      }
    }
    return views;
  }

  private static int on(int pixel, int background) {
    double alpha = (pixel >>> 24) / 255.0;
    long rgb = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      double mixed = (pixel >> shift & 0xFF) * alpha + background * (1 - alpha);
      rgb |= Math.round(mixed) << shift;
    }
    return (int) rgb;
  }

  static List<List<Integer>> ofFirstFrame(Picture picture) {
    return of(picture.frames().getFirst());
  }

  static List<List<Integer>> of(Frame frame) {
    return frame.views().stream().map(view -> Arrays.stream(view.rgb()).boxed().toList()).toList();
  }
}
