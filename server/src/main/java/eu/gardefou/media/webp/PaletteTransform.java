package eu.gardefou.media.webp;

/** Pixels were coded as indices, several in one when there are few (RFC 9649, section 4.4). */
final class PaletteTransform implements Transform {
  private final int width;
  private final int height;
  private final int packing;
  private final int[] palette;

  private PaletteTransform(int width, int height, int packing, int[] palette) {
    this.width = width;
    this.height = height;
    this.packing = packing;
    this.palette = palette;
  }

  /** The colours are stored as differences, each to the one before. */
  static PaletteTransform of(int width, int height, int[] differences) {
    int count = differences.length;
    int packing = count > 16 ? 0 : count > 4 ? 1 : count > 2 ? 2 : 3;
    // Indices beyond the palette are transparent black.
    int[] palette = new int[256];
    int colour = 0;
    for (int i = 0; i < count; i++) {
      colour = Prediction.sum(colour, differences[i]);
      palette[i] = colour;
    }
    return new PaletteTransform(width, height, packing, palette);
  }

  @Override
  public int storedWidth() {
    return Lossless.blocks(width, packing);
  }

  @Override
  public int[] undo(int[] stored) {
    int indexBits = 8 >> packing;
    int mask = (1 << indexBits) - 1;
    int storedWidth = storedWidth();
    int[] argb = new int[width * height];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at++) {
        int packed = (stored[y * storedWidth + (x >> packing)] >> 8) & 0xFF;
        int place = (x & ((1 << packing) - 1)) * indexBits;
        argb[at] = palette[(packed >> place) & mask];
      }
    }
    return argb;
  }
}
