package eu.gardefou.media;

/**
 * Decodes one picture of a PNG file (PNG third edition, sections 7 to 9). Ours rather than the
 * JDK's because upstreams answer in PNG: it is twice as fast, gives the samples as they are, and
 * takes each frame of an animation as it takes a still.
 */
final class PngPixels {
  private static final int[] PASS_X = {0, 4, 0, 2, 0, 1, 0};
  private static final int[] PASS_Y = {0, 0, 4, 0, 2, 0, 1};
  private static final int[] PASS_STEP_X = {8, 8, 4, 4, 2, 2, 1};
  private static final int[] PASS_STEP_Y = {8, 8, 8, 4, 4, 2, 2};

  private final PngHeader header;
  private final PngTable table;
  private final PngData data;
  private final Guard guard;
  private final int[] argb;
  private final int[] clipped;

  PngPixels(PngHeader header, PngTable table, PngData data, Guard guard) {
    this.header = header;
    this.table = table;
    this.data = data;
    this.guard = guard;
    this.argb = new int[header.width() * header.height()];
    this.clipped = new int[header.grey16() ? argb.length : 0];
  }

  Pixels decode() {
    if (header.interlaced()) {
      for (int pass = 0; pass < PASS_X.length; pass++) {
        decodePass(PASS_X[pass], PASS_Y[pass], PASS_STEP_X[pass], PASS_STEP_Y[pass]);
      }
    } else {
      decodePass(0, 0, 1, 1);
    }
    data.checkEnd();
    Pixels pixels = Pixels.transparent(header.width(), header.height(), argb);
    return header.grey16() ? pixels.withOtherReading(clipped) : pixels;
  }

  private void decodePass(int firstX, int firstY, int stepX, int stepY) {
    int count = (header.width() - firstX + stepX - 1) / stepX;
    if (count <= 0) {
      return;
    }
    int rowBytes = header.rowBytes(count);
    byte[] row = new byte[rowBytes + 1];
    byte[] above = new byte[rowBytes + 1];
    for (int y = firstY; y < header.height(); y += stepY) {
      guard.check();
      data.read(row, rowBytes + 1);
      PngFilter.undo(row, above, header.filterStep());
      place(row, y * header.width() + firstX, stepX, count);
      byte[] swap = above;
      above = row;
      row = swap;
    }
  }

  private void place(byte[] row, int start, int step, int count) {
    switch (header.colourType()) {
      case PngHeader.GREY -> placeGrey(row, start, step, count);
      case PngHeader.PALETTE -> placeIndices(row, start, step, count);
      case PngHeader.GREY_ALPHA -> placeGreyAlpha(row, start, step, count);
      case PngHeader.RGB -> placeRgb(row, start, step, count);
      default -> placeRgbAlpha(row, start, step, count);
    }
  }

  private void placeGrey(byte[] row, int start, int step, int count) {
    int depth = header.depth();
    int largest = (1 << depth) - 1;
    int at = start;
    for (int i = 0; i < count; i++, at += step) {
      int sample = depth == 16 ? Numbers.big16(row, 1 + 2 * i) : packed(row, i, depth);
      int grey = depth == 16 ? sample >> 8 : sample * 255 / largest;
      argb[at] = table.alphaOfGrey(sample) | Argb.grey(grey);
      if (depth == 16) {
        clipped[at] = Argb.grey(Math.min(sample, 255));
      }
    }
  }

  private void placeIndices(byte[] row, int start, int step, int count) {
    int at = start;
    for (int i = 0; i < count; i++, at += step) {
      argb[at] = table.colour(packed(row, i, header.depth()));
    }
  }

  private void placeGreyAlpha(byte[] row, int start, int step, int count) {
    int bytes = header.depth() / 8;
    int at = start;
    for (int i = 0, from = 1; i < count; i++, from += 2 * bytes, at += step) {
      argb[at] = Argb.withAlpha(Argb.grey(row[from] & 0xFF), row[from + bytes] & 0xFF);
    }
  }

  private void placeRgb(byte[] row, int start, int step, int count) {
    int bytes = header.depth() / 8;
    int at = start;
    boolean keyed = table.hasKey();
    for (int i = 0, from = 1; i < count; i++, from += 3 * bytes, at += step) {
      int rgb = Argb.rgb(row[from], row[from + bytes], row[from + 2 * bytes]);
      argb[at] = rgb | (keyed ? keyAlpha(row, from, bytes) : Argb.OPAQUE);
    }
  }

  private int keyAlpha(byte[] row, int from, int bytes) {
    return bytes == 1
        ? table.alphaOf(row[from] & 0xFF, row[from + 1] & 0xFF, row[from + 2] & 0xFF)
        : table.alphaOf(
            Numbers.big16(row, from), Numbers.big16(row, from + 2), Numbers.big16(row, from + 4));
  }

  private void placeRgbAlpha(byte[] row, int start, int step, int count) {
    int bytes = header.depth() / 8;
    int at = start;
    for (int i = 0, from = 1; i < count; i++, from += 4 * bytes, at += step) {
      int rgb = Argb.rgb(row[from], row[from + bytes], row[from + 2 * bytes]);
      argb[at] = Argb.withAlpha(rgb, row[from + 3 * bytes] & 0xFF);
    }
  }

  /** The sample at a place in a row of samples of 1, 2, 4 or 8 bits. */
  private static int packed(byte[] row, int index, int depth) {
    if (depth == 8) {
      return row[1 + index] & 0xFF;
    }
    int bit = index * depth;
    int shift = 8 - depth - (bit & 7);
    return ((row[1 + (bit >> 3)] & 0xFF) >> shift) & ((1 << depth) - 1);
  }
}
