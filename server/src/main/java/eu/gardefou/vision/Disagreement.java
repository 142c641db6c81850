package eu.gardefou.vision;

/** How far two reductions of one picture show different things. */
final class Disagreement {
  /** Above this, they are two pictures. Photos stay below half of it. */
  static final double ANOTHER_PICTURE = 0.1;

  private static final int BLOCKS = 16;

  private Disagreement() {}

  /**
   * Compares coarsely, so that fine grain, which reductions always treat differently, does not
   * count.
   *
   * @param a side by side by 3
   * @param b likewise
   * @return the largest difference of two blocks' mean colours, 0 to 1
   */
  static double between(float[] a, float[] b, int side) {
    double[] sums = new double[BLOCKS * BLOCKS * 3];
    int[] counts = new int[BLOCKS * BLOCKS];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int block = y * BLOCKS / side * BLOCKS + x * BLOCKS / side;
        int pixel = (y * side + x) * 3;
        counts[block]++;
        for (int colour = 0; colour < 3; colour++) {
          sums[block * 3 + colour] += a[pixel + colour] - b[pixel + colour];
        }
      }
    }
    double largest = 0;
    for (int i = 0; i < sums.length; i++) {
      largest = Math.max(largest, Math.abs(sums[i]) / counts[i / 3]);
    }
    return largest;
  }
}
