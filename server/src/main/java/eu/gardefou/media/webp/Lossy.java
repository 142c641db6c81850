package eu.gardefou.media.webp;

/** VP8 key frames, the lossy coding of WebP (RFC 6386). */
public final class Lossy {
  private final LossyHeader header;
  private final int across;
  private final int down;
  private final LossyPlanes planes;
  private final LossyModes modes;
  private final LossyCoefficients coefficients;
  // Of each macroblock: the level of smoothing, and whether edges inside are smoothed too.
  private final byte[] levels;
  private final boolean[] inner;
  private final int[] edge = new int[13];
  private final Runnable pulse;

  private Lossy(LossyHeader header, Runnable pulse) {
    this.header = header;
    this.across = (header.width + 15) / 16;
    this.down = (header.height + 15) / 16;
    this.planes = new LossyPlanes(across, down);
    this.modes = new LossyModes(header, across);
    this.coefficients = new LossyCoefficients(header, across);
    this.levels = new byte[across * down];
    this.inner = new boolean[across * down];
    this.pulse = pulse;
  }

  /**
   * Decodes a picture.
   *
   * @param bytes where the frame is, from {@code from} on
   * @param pulse asked now and then; what it throws ends the decoding
   * @return row by row {@code 0xRRGGBB}
   * @throws MalformedWebp when the data are not a key frame
   */
  public static int[] decode(byte[] bytes, int from, int length, Runnable pulse) {
    return new Lossy(new LossyHeader(bytes, from, length), pulse).picture();
  }

  private int[] picture() {
    for (int row = 0; row < down; row++) {
      pulse.run();
      BoolReader bits = header.coefficients[row % header.coefficients.length];
      modes.beginRow();
      coefficients.beginRow();
      for (int column = 0; column < across; column++) {
        decode(bits, column, row);
      }
    }
    smooth();
    return new LossyColours(planes, header.width, header.height).rgb(pulse);
  }

  private void decode(BoolReader bits, int column, int row) {
    modes.read(column);
    boolean any = false;
    if (modes.skipped) {
      coefficients.skip(column, modes.small);
    } else {
      any = coefficients.read(bits, column, modes.small, header.steps[modes.segment]);
    }
    levels[row * across + column] = (byte) header.filter.level(modes.segment, modes.small);
    inner[row * across + column] = modes.small || any;
    LossyPlane luma = planes.y();
    int at = luma.at(16 * column, 16 * row);
    if (modes.small) {
      predictSmall(luma, at, column, row);
    } else {
      LossyPrediction.large(modes.luma, luma.pixels(), at, luma.stride(), 16, row > 0, column > 0);
      addBlocks(luma, at, 0, 4);
    }
    predictChroma(planes.u(), column, row, 16);
    predictChroma(planes.v(), column, row, 20);
  }

  private void predictChroma(LossyPlane plane, int column, int row, int firstBlock) {
    int at = plane.at(8 * column, 8 * row);
    LossyPrediction.large(modes.chroma, plane.pixels(), at, plane.stride(), 8, row > 0, column > 0);
    addBlocks(plane, at, firstBlock, 2);
  }

  private void addBlocks(LossyPlane plane, int at, int firstBlock, int blocksAcross) {
    int stride = plane.stride();
    for (int y = 0, block = firstBlock; y < blocksAcross; y++) {
      for (int x = 0; x < blocksAcross; x++, block++) {
        int to = at + 4 * y * stride + 4 * x;
        LossyTransform.add(coefficients.values, 16 * block, plane.pixels(), to, stride);
      }
    }
  }

  private void predictSmall(LossyPlane plane, int at, int column, int row) {
    byte[] pixels = plane.pixels();
    int stride = plane.stride();
    for (int block = 0; block < 16; block++) {
      int x = block & 3;
      int to = at + 4 * (block >> 2) * stride + 4 * x;
      for (int i = 0; i < 4; i++) {
        edge[i] = pixels[to + (3 - i) * stride - 1] & 0xFF;
      }
      for (int i = 4; i < (x < 3 ? 13 : 9); i++) {
        edge[i] = pixels[to - stride + i - 5] & 0xFF;
      }
      if (x == 3) {
        readAboveRight(pixels, at - stride + 16, column, row);
      }
      LossyPrediction.small(modes.smallModes[block], pixels, to, stride, edge);
      LossyTransform.add(coefficients.values, 16 * block, pixels, to, stride);
    }
  }

  /**
   * Right of the macroblock only the pixels above it are known: they serve all blocks at its right
   * edge. In the last column there are none, and the last pixel above is repeated.
   */
  private void readAboveRight(byte[] pixels, int at, int column, int row) {
    boolean last = column == across - 1;
    for (int i = 0; i < 4; i++) {
      edge[9 + i] = row == 0 ? 127 : pixels[last ? at - 1 : at + i] & 0xFF;
    }
  }

  private void smooth() {
    for (int row = 0; row < down; row++) {
      pulse.run();
      for (int column = 0; column < across; column++) {
        int macroblock = row * across + column;
        if (levels[macroblock] > 0) {
          header.filter.smooth(planes, column, row, levels[macroblock], inner[macroblock]);
        }
      }
    }
  }
}
