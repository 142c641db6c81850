package eu.gardefou.hashing;

/**
 * Shrinks a picture to 64 by 64 samples: two box passes in each direction, then every sample's
 * pixel, done as one linear map {@code V · picture · Hᵗ}.
 *
 * <p>V and H have 64 rows; each row is a box convolved with a box, a tent that is cut off at the
 * picture's edge, and neighbouring tents hardly overlap. So each picture row is read about once and
 * the only buffer is one row of sums, where the usual form filters the whole picture four times.
 */
final class TentFilter {
  static final int SIDE = 64;

  private TentFilter() {}

  /** The 64 by 64 samples, row by row. */
  static float[] sample(PixelRows rows, int width, int height) {
    Tent[] across = tents(width);
    Tent[] down = tents(height);
    float[] samples = new float[SIDE * SIDE];
    float[] sums = new float[width];
    for (int i = 0; i < SIDE; i++) {
      // Below 64 rows neighbouring samples read the same pixels.
      if (i > 0 && down[i].readsAs(down[i - 1])) {
        System.arraycopy(samples, (i - 1) * SIDE, samples, i * SIDE, SIDE);
        continue;
      }
      down[i].sumRows(rows, sums);
      for (int j = 0; j < SIDE; j++) {
        samples[i * SIDE + j] = across[j].dot(sums);
      }
    }
    return samples;
  }

  private static Tent[] tents(int length) {
    Tent[] tents = new Tent[SIDE];
    for (int i = 0; i < SIDE; i++) {
      int centre = (int) ((i + 0.5) * length / SIDE);
      tents[i] = Tent.at(centre, length);
    }
    return tents;
  }
}
