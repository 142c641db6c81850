package eu.gardefou.hashing;

/**
 * The discrete cosine transform {@code D · samples · Dᵗ} of 64 by 64 samples, of which frequencies
 * 1 to 16 in each direction are kept (Zauner 2010); frequency 0, the mean brightness, is not.
 *
 * <p>Every coefficient adds its products in the order of the samples, in single precision, as
 * upstream does: from equal samples come equal bits.
 */
final class CosineTransform {
  static final int KEPT = 16;
  private static final int SIDE = TentFilter.SIDE;

  /** D, and the same transposed, row by row. */
  private static final float[] ROWS = new float[KEPT * SIDE];

  private static final float[] COLUMNS = new float[SIDE * KEPT];

  static {
    float scale = (float) Math.sqrt(2.0 / SIDE);
    for (int i = 0; i < KEPT; i++) {
      for (int j = 0; j < SIDE; j++) {
        double angle = Math.PI / 2 / SIDE * (i + 1) * (2 * j + 1);
        float value = (float) (scale * Math.cos(angle));
        ROWS[i * SIDE + j] = value;
        COLUMNS[j * KEPT + i] = value;
      }
    }
  }

  private CosineTransform() {}

  /**
   * The 16 by 16 coefficients, row by row.
   *
   * @throws IllegalArgumentException when a sample, and so a pixel, is not finite
   */
  static float[] of(float[] samples) {
    float[] coefficients = times(times(ROWS, samples, SIDE), COLUMNS, KEPT);
    for (float coefficient : coefficients) {
      if (!Float.isFinite(coefficient)) {
        throw new IllegalArgumentException("the luminance of every pixel is a finite number");
      }
    }
    return coefficients;
  }

  /** The product of a 16 by 64 and a 64 by {@code width} matrix. */
  private static float[] times(float[] left, float[] right, int width) {
    float[] product = new float[KEPT * width];
    for (int i = 0; i < KEPT; i++) {
      for (int k = 0; k < SIDE; k++) {
        float factor = left[i * SIDE + k];
        for (int j = 0; j < width; j++) {
          product[i * width + j] += factor * right[k * width + j];
        }
      }
    }
    return product;
  }
}
