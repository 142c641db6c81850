package eu.gardefou.vision;

/**
 * How one side of a picture is made longer or shorter: each new pixel is a weighted sum of
 * neighbours in the old row. Shorter: the mean over the area that the new pixel covers. Longer:
 * linear between the two nearest.
 */
final class Axis {
  private final int[] starts;
  private final float[][] weights;

  private Axis(int length) {
    starts = new int[length];
    weights = new float[length][];
  }

  static Axis of(int from, int to) {
    Axis axis = new Axis(to);
    double step = (double) from / to;
    for (int i = 0; i < to; i++) {
      if (step >= 1) {
        axis.mean(i, i * step, Math.min(from, (i + 1) * step));
      } else {
        axis.linear(i, Math.clamp((i + 0.5) * step - 0.5, 0, from - 1.0), from);
      }
    }
    return axis;
  }

  private void mean(int i, double start, double end) {
    int first = (int) start;
    int last = (int) Math.ceil(end);
    starts[i] = first;
    weights[i] = new float[last - first];
    for (int at = first; at < last; at++) {
      double covered = Math.min(end, at + 1.0) - Math.max(start, at);
      weights[i][at - first] = (float) (covered / (end - start));
    }
  }

  private void linear(int i, double place, int from) {
    int first = Math.clamp((int) place, 0, Math.max(0, from - 2));
    float part = (float) (place - first);
    starts[i] = first;
    weights[i] = from == 1 ? new float[] {1} : new float[] {1 - part, part};
  }

  int length() {
    return starts.length;
  }

  /** The first old pixel that counts for new pixel {@code i}. */
  int start(int i) {
    return starts[i];
  }

  /** The weights of that one and those after it. */
  float[] weights(int i) {
    return weights[i];
  }
}
