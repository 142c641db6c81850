package eu.gardefou.media.webp;

/** Pixels were coded as differences to a prediction (RFC 9649, section 4.1). */
final class Prediction implements Transform {
  private static final int BLACK = 0xFF000000;

  private final int width;
  private final int height;
  private final int blockBits;
  private final int[] blocks;

  Prediction(int width, int height, int blockBits, int[] blocks) {
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
    argb[0] = sum(argb[0], BLACK);
    for (int x = 1; x < width; x++) {
      argb[x] = sum(argb[x], argb[x - 1]);
    }
    int blocksAcross = Lossless.blocks(width, blockBits);
    for (int y = 1; y < height; y++) {
      int row = y * width;
      argb[row] = sum(argb[row], argb[row - width]);
      int blockRow = (y >> blockBits) * blocksAcross;
      for (int x = 1; x < width; ) {
        int mode = (blocks[blockRow + (x >> blockBits)] >> 8) & 15;
        int stop = Math.min(width, ((x >> blockBits) + 1) << blockBits);
        undoRun(argb, row + x, row + stop, mode);
        x = stop;
      }
    }
    return argb;
  }

  private void undoRun(int[] argb, int from, int to, int mode) {
    for (int at = from; at < to; at++) {
      int top = argb[at - width];
      int topLeft = argb[at - width - 1];
      // At the right edge this is the first pixel of the row itself, as the coding has it.
      int topRight = argb[at - width + 1];
      argb[at] = sum(argb[at], predict(mode, argb[at - 1], top, topLeft, topRight));
    }
  }

  private static int predict(int mode, int left, int top, int topLeft, int topRight) {
    return switch (mode) {
      case 1 -> left;
      case 2 -> top;
      case 3 -> topRight;
      case 4 -> topLeft;
      case 5 -> average(average(left, topRight), top);
      case 6 -> average(left, topLeft);
      case 7 -> average(left, top);
      case 8 -> average(topLeft, top);
      case 9 -> average(top, topRight);
      case 10 -> average(average(left, topLeft), average(top, topRight));
      case 11 -> select(left, top, topLeft);
      case 12 -> gradient(left, top, topLeft);
      case 13 -> halfGradient(average(left, top), topLeft);
      default -> BLACK;
    };
  }

  /** Adds the samples, each for itself. */
  static int sum(int one, int other) {
    int alphaAndGreen = (one & 0xFF00FF00) + (other & 0xFF00FF00);
    int redAndBlue = (one & 0x00FF00FF) + (other & 0x00FF00FF);
    return (alphaAndGreen & 0xFF00FF00) | (redAndBlue & 0x00FF00FF);
  }

  private static int average(int one, int other) {
    return (((one ^ other) & 0xFEFEFEFE) >>> 1) + (one & other);
  }

  private static int select(int left, int top, int topLeft) {
    int toLeft = 0;
    int toTop = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int corner = (topLeft >> shift) & 0xFF;
      toLeft += Math.abs(((top >> shift) & 0xFF) - corner);
      toTop += Math.abs(((left >> shift) & 0xFF) - corner);
    }
    return toLeft < toTop ? left : top;
  }

  private static int gradient(int left, int top, int topLeft) {
    int pixel = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int sample = ((left >> shift) & 0xFF) + ((top >> shift) & 0xFF) - ((topLeft >> shift) & 0xFF);
      pixel |= Math.clamp(sample, 0, 255) << shift;
    }
    return pixel;
  }

  private static int halfGradient(int middle, int topLeft) {
    int pixel = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int sample = (middle >> shift) & 0xFF;
      int difference = sample - ((topLeft >> shift) & 0xFF);
      pixel |= Math.clamp(sample + difference / 2, 0, 255) << shift;
    }
    return pixel;
  }
}
