package eu.gardefou.hashing;

import java.util.Arrays;

/** The weights with which pixels {@code from}, {@code from + 1}, ... count in one sample. */
final class Tent {
  private final int from;
  private final float[] weights;

  private Tent(int from, float[] weights) {
    this.from = from;
    this.weights = weights;
  }

  /**
   * The weights that two box passes give to the pixel {@code centre} of a line of {@code length}.
   *
   * <p>Each pass replaces a pixel by the mean over a window of a 128th of the line, rounded up; an
   * even window reaches one pixel further to the right; what lies beyond the line's ends is left
   * out of the mean.
   */
  static Tent at(int centre, int length) {
    int window = (length + 127) / 128;
    int right = window / 2;
    int left = window - 1 - right;

    int outerFrom = Math.max(0, centre - left);
    int outerTo = Math.min(length - 1, centre + right);
    int from = Math.max(0, outerFrom - left);
    int to = Math.min(length - 1, outerTo + right);

    // Steps up and down of the sum of boxes: the running sum below makes the tent in linear time.
    double[] steps = new double[to - from + 2];
    double outer = outerTo - outerFrom + 1;
    for (int pixel = outerFrom; pixel <= outerTo; pixel++) {
      int innerFrom = Math.max(0, pixel - left);
      int innerTo = Math.min(length - 1, pixel + right);
      double share = 1 / (outer * (innerTo - innerFrom + 1));
      steps[innerFrom - from] += share;
      steps[innerTo + 1 - from] -= share;
    }
    return new Tent(from, runningSums(steps));
  }

  /** Sets {@code sums} to the weighted sum of the picture's rows. */
  void sumRows(PixelRows rows, float[] sums) {
    Arrays.fill(sums, 0);
    for (int k = 0; k < weights.length; k++) {
      rows.addRow(from + k, weights[k], sums);
    }
  }

  /** The weighted sum of a line's values. */
  float dot(float[] line) {
    float sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * line[from + k];
    }
    return sum;
  }

  /** Whether both read the same pixels; tents of one line that do have the same weights. */
  boolean readsAs(Tent other) {
    return from == other.from && weights.length == other.weights.length;
  }

  private static float[] runningSums(double[] steps) {
    float[] sums = new float[steps.length - 1];
    double height = 0;
    for (int k = 0; k < sums.length; k++) {
      height += steps[k];
      sums[k] = (float) height;
    }
    return sums;
  }
}
