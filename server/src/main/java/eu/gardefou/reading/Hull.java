package eu.gardefou.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rubber band around some pixels. */
final class Hull {
  private Hull() {}

  /**
   * The corners of pixels' hull, in order.
   *
   * @param pixels positions in a map, row by row
   * @param count how many of them count
   */
  static List<double[]> of(int[] pixels, int count, int width) {
    int[] sorted = Arrays.copyOf(pixels, count);
    Arrays.sort(sorted);
    // Of each row only its ends can be corners.
    List<double[]> ends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean first = i == 0 || sorted[i - 1] / width != sorted[i] / width;
      boolean last = i == count - 1 || sorted[i + 1] / width != sorted[i] / width;
      if (first || last) {
        addCorners(ends, sorted[i] % width, sorted[i] / width);
      }
    }
    ends.sort((a, b) -> a[0] == b[0] ? Double.compare(a[1], b[1]) : Double.compare(a[0], b[0]));
    List<double[]> hull = half(ends);
    hull.removeLast();
    List<double[]> back = half(ends.reversed());
    back.removeLast();
    hull.addAll(back);
    return hull;
  }

  private static void addCorners(List<double[]> ends, int x, int y) {
    ends.add(new double[] {x, y});
    ends.add(new double[] {x + 1, y});
    ends.add(new double[] {x, y + 1});
    ends.add(new double[] {x + 1, y + 1});
  }

  private static List<double[]> half(List<double[]> points) {
    List<double[]> hull = new ArrayList<>();
    for (double[] point : points) {
      while (hull.size() > 1 && !turnsLeft(hull.get(hull.size() - 2), hull.getLast(), point)) {
        hull.removeLast();
      }
      hull.add(point);
    }
    return hull;
  }

  private static boolean turnsLeft(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
  }

  /** The tightest box in a direction. */
  static TextBox box(List<double[]> hull, double alongX, double alongY) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[] point : hull) {
      double along = point[0] * alongX + point[1] * alongY;
      double across = point[1] * alongX - point[0] * alongY;
      left = Math.min(left, along);
      right = Math.max(right, along);
      top = Math.min(top, across);
      bottom = Math.max(bottom, across);
    }
    double middle = (left + right) / 2;
    double centre = (top + bottom) / 2;
    return new TextBox(
        middle * alongX - centre * alongY,
        middle * alongY + centre * alongX,
        alongX,
        alongY,
        right - left,
        bottom - top);
  }
}
