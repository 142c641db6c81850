package eu.gardefou.hashing;

/**
 * PDQ's quality: how much contrast there is between neighbouring samples, 0 to 100.
 *
 * <p>Each difference counts in whole hundredths of the full range, rounded towards zero, so that
 * noise and soft gradients count nothing; 9,000 hundredths are full marks.
 */
final class Quality {
  private static final int SIDE = TentFilter.SIDE;

  private Quality() {}

  static int of(float[] samples) {
    int sum = 0;
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        int at = i * SIDE + j;
        if (i + 1 < SIDE) {
          sum += hundredths(samples[at], samples[at + SIDE]);
        }
        if (j + 1 < SIDE) {
          sum += hundredths(samples[at], samples[at + 1]);
        }
      }
    }
    return Math.min(100, sum / 90);
  }

  private static int hundredths(float a, float b) {
    return Math.abs((int) ((a - b) * 100 / 255));
  }
}
