package eu.gardefou.media;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Makes GIF files with one global palette; the codes are not compressed at all. */
final class GifBytes {
  private static final int CLEAR = 256;
  private static final int END = 257;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  GifBytes(int width, int height, List<Integer> palette) {
    out.writeBytes(JpegBytes.ascii("GIF89a"));
    shorts(width, height);
    out.writeBytes(new byte[] {(byte) 0xF7, 0, 0});
    for (int i = 0; i < 256; i++) {
      int colour = i < palette.size() ? palette.get(i) : 0;
      out.write(colour >> 16);
      out.write(colour >> 8);
      out.write(colour);
    }
  }

  /** A frame; {@code transparent} is the index that is, or -1. */
  GifBytes frame(Part part, byte[] indices, int transparent) {
    int after =
        switch (part.after()) {
          case KEEP -> 1;
          case CLEAR -> 2;
          case RESTORE -> 3;
        };
    out.writeBytes(new byte[] {0x21, (byte) 0xF9, 4});
    out.write(after << 2 | (transparent < 0 ? 0 : 1));
    out.writeBytes(new byte[] {10, 0, (byte) transparent, 0});
    return image(part, indices);
  }

  GifBytes image(Part part, byte[] indices) {
    out.write(0x2C);
    shorts(part.x(), part.y(), part.width(), part.height());
    out.write(0);
    out.write(8);
    byte[] codes = codes(indices);
    for (int at = 0; at < codes.length; at += 255) {
      int count = Math.min(255, codes.length - at);
      out.write(count);
      out.write(codes, at, count);
    }
    out.write(0);
    return this;
  }

  GifBytes comment(String text) {
    out.writeBytes(new byte[] {0x21, (byte) 0xFE, (byte) text.length()});
    out.writeBytes(JpegBytes.ascii(text));
    out.write(0);
    return this;
  }

  byte[] end() {
    out.write(0x3B);
    return out.toByteArray();
  }

  /** Codes of nine bits; the table is cleared before codes would get longer. */
  private static byte[] codes(byte[] indices) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    long bits = 0;
    int count = 0;
    for (int i = 0; i <= indices.length; i++) {
      int[] next;
      if (i == indices.length) {
        next = new int[] {END};
      } else if (i % 250 == 0) {
        next = new int[] {CLEAR, indices[i] & 0xFF};
      } else {
        next = new int[] {indices[i] & 0xFF};
      }
      for (int code : next) {
        bits |= (long) code << count;
        count += 9;
        while (count >= 8) {
          packed.write((int) bits);
          bits >>= 8;
          count -= 8;
        }
      }
    }
    packed.write((int) bits);
    return packed.toByteArray();
  }

  private void shorts(int... values) {
    for (int value : values) {
      out.write(value);
      out.write(value >> 8);
    }
  }
}
