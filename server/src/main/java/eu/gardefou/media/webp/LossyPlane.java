package eu.gardefou.media.webp;

import java.util.Arrays;

/**
 * The samples of luma or of one chroma, in whole macroblocks, with a row above and a column on the
 * left that stand for what is not there (RFC 6386, section 12.2).
 */
final class LossyPlane {
  private static final byte ABOVE = 127;
  private static final byte LEFT = (byte) 129;

  private final int blockSize;
  private final int stride;
  private final byte[] pixels;

  /**
   * A plane.
   *
   * @param blockSize samples a macroblock has on a side: 16 for luma, 8 for chroma
   */
  LossyPlane(int blockSize, int across, int down) {
    this.blockSize = blockSize;
    this.stride = blockSize * across + 1;
    this.pixels = new byte[stride * (blockSize * down + 1)];
    for (int at = stride; at < pixels.length; at += stride) {
      pixels[at] = LEFT;
    }
    Arrays.fill(pixels, 0, stride, ABOVE);
  }

  int blockSize() {
    return blockSize;
  }

  int stride() {
    return stride;
  }

  byte[] pixels() {
    return pixels;
  }

  /** Where a sample is. */
  int at(int x, int y) {
    return (y + 1) * stride + x + 1;
  }
}
