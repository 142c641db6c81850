package eu.gardefou.media;

import eu.gardefou.media.webp.Lossless;
import eu.gardefou.media.webp.Lossy;

/** One picture inside a WebP file: VP8 with or without a separate alpha plane, or VP8L. */
final class WebpStill {
  /** Bytes that decoding takes for a pixel besides the finished one: planes, and alpha. */
  static final int DECODER_BYTES = 8;

  private static final int HEADER = 5;
  private static final int NONE = -1;
  private static final int RAW = 0;
  private static final int LOSSLESS = 1;

  private final byte[] bytes;
  private int alpha = NONE;
  private int alphaLength;
  private int data = NONE;
  private int dataLength;
  private boolean lossy;
  private int width;
  private int height;

  WebpStill(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a chunk named ALPH, VP8 or VP8L. */
  void add(WebpChunks chunk) {
    if (data != NONE) {
      throw Refusal.damaged("it holds a second picture");
    }
    if (chunk.name().equals("ALPH")) {
      if (alpha != NONE || chunk.length() < 1) {
        throw Refusal.damaged("its transparency is malformed");
      }
      alpha = chunk.content();
      alphaLength = chunk.length();
      return;
    }
    data = chunk.content();
    dataLength = chunk.length();
    lossy = chunk.name().equals("VP8 ");
  }

  /** Reads the size from the coded data. */
  void finish() {
    if (data == NONE || dataLength < 10) {
      throw Refusal.endsTooEarly();
    }
    if (lossy) {
      boolean keyFrame = (bytes[data] & 1) == 0;
      if (!keyFrame || !Polyglot.is(bytes, data + 3L, "\u009D\u0001*")) {
        throw Refusal.damaged("it is not a key frame");
      }
      width = Numbers.little16(bytes, data + 6) & 0x3FFF;
      height = Numbers.little16(bytes, data + 8) & 0x3FFF;
      return;
    }
    if (bytes[data] != 0x2F || alpha != NONE) {
      throw Refusal.damaged("its lossless data are malformed");
    }
    long packed = Numbers.little32(bytes, data + 1);
    if (packed >> 29 != 0) {
      throw Refusal.damaged("its lossless data are of an unknown version");
    }
    width = 1 + (int) (packed & 0x3FFF);
    height = 1 + (int) ((packed >> 14) & 0x3FFF);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  Pixels decode(Guard guard) {
    if (!lossy) {
      int[] argb =
          Lossless.decode(bytes, data + HEADER, dataLength - HEADER, width, height, guard::check);
      return Pixels.transparent(width, height, argb);
    }
    int[] rgb = Lossy.decode(bytes, data, dataLength, guard::check);
    if (alpha == NONE) {
      return Pixels.opaque(width, height, rgb);
    }
    byte[] plane = alphaPlane(guard);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = Argb.withAlpha(rgb[i], plane[i] & 0xFF);
    }
    return Pixels.transparent(width, height, rgb);
  }

  private byte[] alphaPlane(Guard guard) {
    int flags = bytes[alpha];
    byte[] plane =
        switch (flags & 3) {
          case RAW -> rawPlane();
          case LOSSLESS -> losslessPlane(guard);
          default -> throw Refusal.damaged("its transparency is malformed");
        };
    unfilter(plane, (flags >> 2) & 3);
    return plane;
  }

  private byte[] rawPlane() {
    byte[] plane = new byte[width * height];
    if (alphaLength - 1 < plane.length) {
      throw Refusal.endsTooEarly();
    }
    System.arraycopy(bytes, alpha + 1, plane, 0, plane.length);
    return plane;
  }

  /** The plane is the green of a lossless picture whose header is left out. */
  private byte[] losslessPlane(Guard guard) {
    int[] green = Lossless.decode(bytes, alpha + 1, alphaLength - 1, width, height, guard::check);
    byte[] plane = new byte[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) Argb.green(green[i]);
    }
    return plane;
  }

  /** RFC 9649, section 2.7.1.2. */
  private void unfilter(byte[] plane, int filter) {
    if (filter == 0) {
      return;
    }
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at++) {
        int left = x > 0 ? plane[at - 1] & 0xFF : 0;
        int up = y > 0 ? plane[at - width] & 0xFF : 0;
        if (x == 0 || y == 0) {
          plane[at] += (byte) (x > 0 ? left : up);
          continue;
        }
        int upLeft = plane[at - width - 1] & 0xFF;
        plane[at] +=
            (byte)
                switch (filter) {
                  case 1 -> left;
                  case 2 -> up;
                  default -> Math.clamp(left + up - upLeft, 0, 255);
                };
      }
    }
  }
}
