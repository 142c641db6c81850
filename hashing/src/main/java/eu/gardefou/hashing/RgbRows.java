package eu.gardefou.hashing;

/** Rows of {@code 0xRRGGBB} pixels as luminance (ITU-R BT.601 weights, as upstream). */
final class RgbRows implements PixelRows {
  static final float RED = 0.299f;
  static final float GREEN = 0.587f;
  static final float BLUE = 0.114f;

  private final int[] rgb;
  private final int stride;
  private final int first;
  private final int width;

  /**
   * Reads a part of a picture.
   *
   * @param stride width of the whole picture
   */
  RgbRows(int[] rgb, int stride, Cut cut) {
    this.rgb = rgb;
    this.stride = stride;
    this.first = cut.top() * stride + cut.left();
    this.width = cut.width();
  }

  @Override
  public void addRow(int row, float weight, float[] sums) {
    int start = first + row * stride;
    for (int x = 0; x < width; x++) {
      int pixel = rgb[start + x];
      float luma = RED * (pixel >> 16 & 0xff) + GREEN * (pixel >> 8 & 0xff) + BLUE * (pixel & 0xff);
      sums[x] += weight * luma;
    }
  }
}
