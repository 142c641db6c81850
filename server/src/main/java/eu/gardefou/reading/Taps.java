package eu.gardefou.reading;

/** Which old pixels make each new one, with what weights: a triangle as wide as the step. */
final class Taps {
  private final int[] firsts;
  private final float[][] weights;

  private Taps(int[] firsts, float[][] weights) {
    this.firsts = firsts;
    this.weights = weights;
  }

  static Taps of(int from, int to) {
    double step = (double) from / to;
    double reach = Math.max(1, step);
    int[] firsts = new int[to];
    float[][] weights = new float[to][];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * step - 0.5;
      int first = Math.clamp((int) Math.ceil(centre - reach), 0, from - 1);
      int last = Math.clamp((int) Math.floor(centre + reach), first, from - 1);
      firsts[i] = first;
      weights[i] = weights(first, last, centre, reach);
    }
    return new Taps(firsts, weights);
  }

  private static float[] weights(int first, int last, double centre, double reach) {
    float[] weights = new float[last - first + 1];
    float sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) Math.max(1e-6, 1 - Math.abs(first + k - centre) / reach);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  int first(int target) {
    return firsts[target];
  }

  int count(int target) {
    return weights[target].length;
  }

  float weight(int target, int k) {
    return weights[target][k];
  }
}
