package eu.gardefou.media;

/** Opaque pixels of one view of one frame. Shared, not copied: treat the buffer as read-only. */
public final class Raster {
  private final int width;
  private final int height;
  private final int[] rgb;

  /**
   * Wraps a buffer.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param rgb row by row, {@code 0xRRGGBB}, exactly {@code width * height} values
   */
  public Raster(int width, int height, int[] rgb) {
    if (width < 1 || height < 1 || rgb.length != width * height) {
      throw new IllegalArgumentException(
          "a raster of " + width + " by " + height + " cannot have " + rgb.length + " pixels");
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** The pixels, row by row, {@code 0xRRGGBB}. */
  public int[] rgb() {
    return rgb;
  }
}
