package eu.gardefou.media;

import java.util.List;

/**
 * What a file holds, found from its structure before anything is decoded.
 *
 * @param sheets the pages of a TIFF file; one for every other format
 * @param decoderBytes memory that the decoder of this format takes for each pixel of the part it is
 *     at, besides the finished pixels
 * @param readings how many colourings of each frame may have to be kept
 */
record Layout(Format format, List<Sheet> sheets, int decoderBytes, int readings) {
  private static final int LONGEST_SIDE = 65_535;
  private static final int BYTES_A_PIXEL = 4;

  Layout {
    sheets = List.copyOf(sheets);
  }

  /** A file with one sheet. */
  static Layout of(Format format, Sheet sheet, int decoderBytes) {
    return new Layout(format, List.of(sheet), decoderBytes, sheet.colours().mayChange() ? 2 : 1);
  }

  /** The same, when its samples can be read in two ways. */
  Layout withTwoReadings() {
    return new Layout(format, sheets, decoderBytes, 2);
  }

  /** Refuses what is too large, by the dimensions of all frames. */
  void check(MediaLimits limits) {
    int frames = 0;
    long pixels = 0;
    for (Sheet sheet : sheets) {
      if (sheet.width() < 1 || sheet.height() < 1) {
        throw Refusal.damaged("it has no pixels");
      }
      frames += sheet.parts().size();
      pixels += sheet.pixels();
      if (Math.max(sheet.width(), sheet.height()) > LONGEST_SIDE || pixels > limits.pixels()) {
        throw Refusal.tooManyPixels(pixels, limits.pixels());
      }
    }
    if (frames == 0) {
      throw Refusal.damaged("it has no frame");
    }
    if (frames > limits.frames()) {
      throw Refusal.tooManyFrames(limits.frames());
    }
  }

  /** Bytes of memory that decoding takes at its worst. */
  long memory(long fileBytes) {
    long largestPart = 0;
    long largestSheet = 0;
    for (Sheet sheet : sheets) {
      largestSheet = Math.max(largestSheet, sheet.area());
      for (Part part : sheet.parts()) {
        largestPart = Math.max(largestPart, part.area());
      }
    }
    boolean animated = sheets.getFirst().parts().size() > 1;
    // A canvas, what is to be restored of it, and the part to be painted.
    long canvas = animated ? 3 * BYTES_A_PIXEL * largestSheet : 0;
    // Turning upright needs a second copy, and so does encoding, but only after decoding.
    long working = Math.max(decoderBytes * largestPart, BYTES_A_PIXEL * largestSheet);
    return 2 * fileBytes + canvas + working + (long) BYTES_A_PIXEL * readings * pixels();
  }

  /** Bytes of memory that the finished picture holds on to, its canonical PNG included. */
  long memoryKept() {
    return BYTES_A_PIXEL * (readings * pixels() + sheets.getFirst().area());
  }

  private long pixels() {
    return sheets.stream().mapToLong(Sheet::pixels).sum();
  }
}
