package eu.gardefou.media;

/** The palette of a PNG file and what its tRNS chunk says about transparency. */
final class PngTable {
  private static final int NO_KEY = -1;

  private int[] palette = new int[0];
  private final int[] key = {NO_KEY, NO_KEY, NO_KEY};
  private boolean transparency;

  void readPalette(byte[] bytes, PngChunks chunk) {
    if (chunk.length() % 3 != 0 || chunk.length() > 3 * 256 || palette.length > 0) {
      throw Refusal.damaged("its palette is malformed");
    }
    palette = new int[chunk.length() / 3];
    for (int i = 0; i < palette.length; i++) {
      int at = chunk.content() + 3 * i;
      palette[i] = Argb.OPAQUE | Argb.rgb(bytes[at], bytes[at + 1], bytes[at + 2]);
    }
  }

  void readTransparency(byte[] bytes, PngChunks chunk, PngHeader header) {
    int at = chunk.content();
    switch (header.colourType()) {
      case PngHeader.PALETTE -> {
        for (int i = 0; i < Math.min(palette.length, chunk.length()); i++) {
          palette[i] = Argb.withAlpha(palette[i], Numbers.unsigned8(bytes, at + i));
        }
      }
      case PngHeader.GREY, PngHeader.RGB -> {
        if (chunk.length() != 2 * header.samples()) {
          throw Refusal.damaged("its transparent colour is malformed");
        }
        for (int i = 0; i < header.samples(); i++) {
          key[i] = Numbers.big16(bytes, at + 2 * i);
        }
      }
      default -> throw Refusal.damaged("it is transparent in two ways");
    }
    transparency = true;
  }

  /** Refuses a picture of palette indices without a palette. */
  void check(PngHeader header) {
    if (header.colourType() == PngHeader.PALETTE && palette.length == 0) {
      throw Refusal.damaged("its palette is missing");
    }
  }

  /** The colour of an index; an index outside the palette is black, as in libpng. */
  int colour(int index) {
    return index < palette.length ? palette[index] : Argb.OPAQUE;
  }

  /** The alpha byte, in its place, of a pixel with these full samples. */
  int alphaOf(int red, int green, int blue) {
    return red == key[0] && green == key[1] && blue == key[2] ? 0 : Argb.OPAQUE;
  }

  int alphaOfGrey(int grey) {
    return grey == key[0] ? 0 : Argb.OPAQUE;
  }

  boolean hasKey() {
    return key[0] != NO_KEY;
  }

  /** Whether some pixel may be transparent. */
  boolean transparency() {
    return transparency;
  }
}
