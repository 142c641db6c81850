package eu.gardefou.media;

import java.util.List;

/**
 * What a file holds, found from its structure before anything is decoded.
 *
 * @param sheets the pages of a TIFF file; one for every other format
 * @param decoderBytes memory that the decoder of this format takes for each pixel of the part it is
 *     at, besides the finished pixels
 */
record Layout(Format format, List<Sheet> sheets, int decoderBytes) {
  private static final int LONGEST_SIDE = 65_535;
  private static final int BYTES_A_PIXEL = 4;
  // Turning upright needs a second copy; so does the canonical PNG, later.
  private static final int WORKING_COPIES = 2;

  Layout {
    sheets = List.copyOf(sheets);
  }

  static Layout of(Format format, Sheet sheet, int decoderBytes) {
    return new Layout(format, List.of(sheet), decoderBytes);
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
    long working = (animated ? WORKING_COPIES + 2 : WORKING_COPIES) * largestSheet;
    return 2 * fileBytes
        + decoderBytes * largestPart
        + BYTES_A_PIXEL * (working + readings() * pixels());
  }

  /** Bytes of memory that the finished picture holds on to, its canonical PNG included. */
  long memoryKept() {
    return BYTES_A_PIXEL * (readings() * pixels() + 2 * sheets.getFirst().area());
  }

  private long pixels() {
    return sheets.stream().mapToLong(Sheet::pixels).sum();
  }

  /** How many colourings of each frame may have to be kept. */
  private int readings() {
    boolean one = format != Format.TIFF && sheets.stream().noneMatch(s -> s.colours().mayChange());
    return one ? 1 : 2;
  }
}
