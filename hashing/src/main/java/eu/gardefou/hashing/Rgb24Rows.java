package eu.gardefou.hashing;

/** Rows of pixels of three bytes, red, green and blue, as luminance like {@link RgbRows}. */
final class Rgb24Rows implements PixelRows {
  static final int BYTES = 3;

  private final byte[] rgb;
  private final int width;

  Rgb24Rows(byte[] rgb, int width) {
    this.rgb = rgb;
    this.width = width;
  }

  @Override
  public void addRow(int row, float weight, float[] sums) {
    int at = row * width * BYTES;
    for (int x = 0; x < width; x++, at += BYTES) {
      float luma =
          RgbRows.RED * (rgb[at] & 0xff)
              + RgbRows.GREEN * (rgb[at + 1] & 0xff)
              + RgbRows.BLUE * (rgb[at + 2] & 0xff);
      sums[x] += weight * luma;
    }
  }
}
