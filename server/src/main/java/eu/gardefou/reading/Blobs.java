package eu.gardefou.reading;

import java.util.ArrayList;
import java.util.List;

/** Stretches of a map in which text is likely, each as the tightest turned box around it. */
final class Blobs {
  private static final float LIKELY = 0.3f;
  private static final double LIKELY_ON_AVERAGE = 0.5;
  private static final int FEWEST_PIXELS = 12;
  private static final double SMALLEST_SIDE = 3;

  /** The finder marks the core of a line; letters reach beyond it. */
  private static final double GROWTH = 1.7;

  private static final double AS_GOOD_UPRIGHT = 1.15;

  private final float[] map;
  private final int width;
  private final boolean[] seen;
  private final int[] stack;

  Blobs(float[] map, int width) {
    this.map = map;
    this.width = width;
    seen = new boolean[map.length];
    stack = new int[map.length];
  }

  /** All boxes, in pixels of the map. */
  List<TextBox> boxes() {
    List<TextBox> boxes = new ArrayList<>();
    for (int i = 0; i < map.length; i++) {
      if (!seen[i] && map[i] > LIKELY) {
        add(boxes, i);
      }
    }
    return boxes;
  }

  private void add(List<TextBox> boxes, int start) {
    int height = map.length / width;
    int size = 0;
    int read = 0;
    double sum = 0;
    seen[start] = true;
    stack[size++] = start;
    while (read < size) {
      int at = stack[read++];
      sum += map[at];
      int x = at % width;
      int y = at / width;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int next = ny * width + nx;
          if (!seen[next] && map[next] > LIKELY) {
            seen[next] = true;
            stack[size++] = next;
          }
        }
      }
    }
    if (size >= FEWEST_PIXELS && sum / size >= LIKELY_ON_AVERAGE) {
      TextBox box = around(size);
      if (Math.min(box.length(), box.height()) >= SMALLEST_SIDE) {
        boxes.add(grown(box));
      }
    }
  }

  private TextBox around(int size) {
    List<double[]> hull = Hull.of(stack, size, width);
    TextBox upright = Hull.box(hull, 1, 0);
    TextBox best = upright;
    for (int i = 0; i < hull.size(); i++) {
      double[] a = hull.get(i);
      double[] b = hull.get((i + 1) % hull.size());
      double edge = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (edge > 0) {
        TextBox box = Hull.box(hull, (b[0] - a[0]) / edge, (b[1] - a[1]) / edge);
        best = area(box) < area(best) ? box : best;
      }
    }
    return area(upright) <= AS_GOOD_UPRIGHT * area(best) ? upright : best;
  }

  private static double area(TextBox box) {
    return box.length() * box.height();
  }

  private static TextBox grown(TextBox box) {
    double more = area(box) * GROWTH / (box.length() + box.height());
    return new TextBox(
        box.x(), box.y(), box.alongX(), box.alongY(), box.length() + more, box.height() + more);
  }
}
