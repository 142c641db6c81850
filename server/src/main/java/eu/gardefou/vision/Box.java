package eu.gardefou.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a face is, in pixels of the picture, and how sure the detector is of it. */
record Box(double left, double top, double right, double bottom, double confidence) {
  private static final double SAME_PLACE = 0.3;
  private static final double INSIDE = 0.7;

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double side() {
    return Math.max(width(), height());
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

  /** The surest box of each place. */
  static List<Box> onePerPlace(List<Box> boxes) {
    List<Box> kept = new ArrayList<>();
    for (Box box :
        boxes.stream().sorted(Comparator.comparingDouble(Box::confidence).reversed()).toList()) {
      if (kept.stream().noneMatch(box::sharesPlaceWith)) {
        kept.add(box);
      }
    }
    return kept;
  }
}
