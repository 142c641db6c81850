package eu.gardefou.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a face is, in pixels of the picture, and how sure the detector is of it.
 *
 * @param turns by how many quarters, clockwise, the picture has to be turned to put the face
 *     upright, 0 to 3
 */
record Box(double left, double top, double right, double bottom, double confidence, int turns) {
  private static final double SAME_PLACE = 0.3;
  private static final double INSIDE = 0.7;
  private static final double TILTED = 0.05;

  Box(double left, double top, double right, double bottom, double confidence) {
    this(left, top, right, bottom, confidence, 0);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double side() {
    return Math.max(width(), height());
  }

  double centreX() {
    return (left + right) / 2;
  }

  double centreY() {
    return (top + bottom) / 2;
  }

  Box times(double scale) {
    return new Box(left * scale, top * scale, right * scale, bottom * scale, confidence, turns);
  }

  /** Whether two boxes show one face: much in common, or one mostly inside the other. */
  boolean sharesPlaceWith(Box other) {
    double across = Math.min(right, other.right) - Math.max(left, other.left);
    double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (across <= 0 || down <= 0) {
      return false;
    }
    double common = across * down;
    double one = width() * height();
    double two = other.width() * other.height();
    return common > SAME_PLACE * (one + two - common) || common > INSIDE * Math.min(one, two);
  }

  /** A tilted head looks like a face held in two ways; upright is the likelier one. */
  private double rank() {
    return turns == 0 ? confidence : confidence - TILTED;
  }

  /** The surest box of each place. */
  static List<Box> onePerPlace(List<Box> boxes) {
    List<Box> kept = new ArrayList<>();
    for (Box box :
        boxes.stream().sorted(Comparator.comparingDouble(Box::rank).reversed()).toList()) {
      if (kept.stream().noneMatch(box::sharesPlaceWith)) {
        kept.add(box);
      }
    }
    return kept;
  }
}
