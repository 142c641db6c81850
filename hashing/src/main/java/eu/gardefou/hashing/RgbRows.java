package eu.gardefou.hashing;

/** Rows of {@code 0xRRGGBB} pixels as luminance (ITU-R BT.601 weights, as upstream). */
final class RgbRows implements PixelRows {
  static final float RED = 0.299f;
  static final float GREEN = 0.587f;
  static final float BLUE = 0.114f;

  private final int[] rgb;
  private final int width;

  RgbRows(int[] rgb, int width) {
    this.rgb = rgb;
    this.width = width;
  }

  @Override
  public void addRow(int row, float weight, float[] sums) {
    int start = row * width;
    for (int x = 0; x < width; x++) {
      int pixel = rgb[start + x];
      float luma = RED * (pixel >> 16 & 0xff) + GREEN * (pixel >> 8 & 0xff) + BLUE * (pixel & 0xff);
      sums[x] += weight * luma;
    }
  }
}
