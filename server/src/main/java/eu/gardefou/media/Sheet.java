package eu.gardefou.media;

import java.util.List;

/**
 * A canvas and the parts that are shown on it one after the other: a still picture has one part, an
 * animation has one for each frame.
 *
 * @param orientation how to turn the finished frames upright
 * @param colours how to turn stored samples into the colours of a screen
 */
record Sheet(int width, int height, List<Part> parts, Orientation orientation, Colours colours) {
  Sheet {
    parts = List.copyOf(parts);
  }

  /** A sheet with one picture that fills it. */
  static Sheet still(
      int width, int height, Orientation orientation, Colours colours, Part.Still still) {
    return new Sheet(
        width, height, List.of(Part.whole(width, height, still)), orientation, colours);
  }

  long area() {
    return (long) width * height;
  }

  /** Pixels of all its frames, each counted as a whole canvas. */
  long pixels() {
    return area() * parts.size();
  }
}
