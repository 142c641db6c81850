package eu.gardefou.media.webp;

/** Red and blue were coded as differences to multiples of green (RFC 9649, section 4.2). */
final class ColourTransform implements Transform {
  private final int width;
  private final int height;
  private final int blockBits;
  private final int[] blocks;

  ColourTransform(int width, int height, int blockBits, int[] blocks) {
    this.width = width;
    this.height = height;
    this.blockBits = blockBits;
    this.blocks = blocks;
  }

  @Override
  public int storedWidth() {
    return width;
  }

  @Override
  public int[] undo(int[] argb) {
    int blocksAcross = Lossless.blocks(width, blockBits);
    for (int y = 0, at = 0; y < height; y++) {
      int row = (y >> blockBits) * blocksAcross;
      for (int x = 0; x < width; x++, at++) {
        argb[at] = undo(argb[at], blocks[row + (x >> blockBits)]);
      }
    }
    return argb;
  }

  private static int undo(int pixel, int element) {
    int green = (byte) (pixel >> 8);
    int red = (pixel >> 16) + delta(element, green);
    int blue = pixel + delta(element >> 8, green) + delta(element >> 16, (byte) red);
    return (pixel & 0xFF00FF00) | ((red & 0xFF) << 16) | (blue & 0xFF);
  }

  private static int delta(int factor, int sample) {
    return ((byte) factor * sample) >> 5;
  }
}
