package eu.gardefou.hashing;

/** Rows of luminance as given. */
final class LumaRows implements PixelRows {
  private final float[] luma;
  private final int width;

  LumaRows(float[] luma, int width) {
    this.luma = luma;
    this.width = width;
  }

  @Override
  public void addRow(int row, float weight, float[] sums) {
    int start = row * width;
    for (int x = 0; x < width; x++) {
      sums[x] += weight * luma[start + x];
    }
  }
}
