package eu.gardefou.media;

import java.nio.ByteBuffer;

/** How the samples of a PNG file are arranged: its IHDR chunk. */
record PngHeader(int width, int height, int depth, int colourType, boolean interlaced) {
  static final int GREY = 0;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int GREY_ALPHA = 4;
  static final int RGB_ALPHA = 6;

  static PngHeader read(byte[] bytes, PngChunks chunk) {
    if (chunk.type() != PngChunks.IHDR || chunk.length() != 13) {
      throw Refusal.damaged("it does not begin with a header");
    }
    ByteBuffer content = ByteBuffer.wrap(bytes, chunk.content(), 13).slice();
    int interlace = content.get(12);
    PngHeader header =
        new PngHeader(
            content.getInt(0), content.getInt(4), content.get(8), content.get(9), interlace == 1);
    boolean known = content.get(10) == 0 && content.get(11) == 0 && (interlace & ~1) == 0;
    if (!known || !header.depthIsAllowed()) {
      throw Refusal.damaged("its header names an unknown coding");
    }
    if (header.width < 1 || header.height < 1) {
      throw Refusal.damaged("it has no pixels");
    }
    return header;
  }

  private boolean depthIsAllowed() {
    boolean whole = depth == 8 || depth == 16;
    boolean packed = depth == 1 || depth == 2 || depth == 4;
    return switch (colourType) {
      case GREY -> whole || packed;
      case PALETTE -> packed || depth == 8;
      case RGB, GREY_ALPHA, RGB_ALPHA -> whole;
      default -> false;
    };
  }

  /** The same arrangement for a frame of another size. */
  PngHeader sized(int frameWidth, int frameHeight) {
    return new PngHeader(frameWidth, frameHeight, depth, colourType, interlaced);
  }

  int samples() {
    return switch (colourType) {
      case RGB -> 3;
      case GREY_ALPHA -> 2;
      case RGB_ALPHA -> 4;
      default -> 1;
    };
  }

  /** Bytes of one row of so many pixels, without the filter byte. */
  int rowBytes(int pixels) {
    return (int) (((long) pixels * samples() * depth + 7) / 8);
  }

  /** Distance of the byte that filters take for the pixel on the left. */
  int filterStep() {
    return Math.max(1, samples() * depth / 8);
  }

  boolean grey16() {
    return colourType == GREY && depth == 16;
  }
}
