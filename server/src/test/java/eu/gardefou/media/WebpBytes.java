package eu.gardefou.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes WebP files. The pictures in them are lossless ones (VP8L) in which every sample is a code
 * of eight bits: large, but the simplest thing that every decoder must read.
 */
final class WebpBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  WebpBytes chunk(String name, byte[] data) {
    out.writeBytes(JpegBytes.ascii(name));
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(length.putInt(data.length).array());
    out.writeBytes(data);
    out.writeBytes(new byte[data.length & 1]);
    return this;
  }

  /** The extended header; {@code flags} are 2 animation, 8 EXIF, 16 alpha, 32 profile. */
  WebpBytes extended(int flags, int width, int height) {
    Bits bits = new Bits();
    bits.put(flags, 32);
    bits.put(width - 1, 24);
    bits.put(height - 1, 24);
    return chunk("VP8X", bits.bytes());
  }

  WebpBytes animation() {
    return chunk("ANIM", new byte[6]);
  }

  WebpBytes frame(Part part, int[] argb) {
    Bits bits = new Bits();
    bits.put(part.x() / 2, 24);
    bits.put(part.y() / 2, 24);
    bits.put(part.width() - 1, 24);
    bits.put(part.height() - 1, 24);
    bits.put(100, 24);
    bits.put((part.blended() ? 0 : 2) | (part.after() == Part.After.CLEAR ? 1 : 0), 8);
    byte[] picture = new WebpBytes().chunk("VP8L", lossless(part.width(), argb)).inner();
    return chunk("ANMF", JpegBytes.join(bits.bytes(), picture));
  }

  byte[] inner() {
    return out.toByteArray();
  }

  byte[] end() {
    byte[] content = out.toByteArray();
    ByteBuffer file = ByteBuffer.allocate(12 + content.length).order(ByteOrder.LITTLE_ENDIAN);
    return file.put(JpegBytes.ascii("RIFF"))
        .putInt(4 + content.length)
        .put(JpegBytes.ascii("WEBP"))
        .put(content)
        .array();
  }

  /** A simple file. */
  static byte[] of(int width, int[] argb) {
    return new WebpBytes().chunk("VP8L", lossless(width, argb)).end();
  }

  /** RFC 9649, section 3: header, no transforms, no cache, five codes, pixels. */
  static byte[] lossless(int width, int[] argb) {
    Bits bits = new Bits();
    bits.put(0x2F, 8);
    bits.put(width - 1, 14);
    bits.put(argb.length / width - 1, 14);
    bits.put(1, 1);
    bits.put(0, 3);
    bits.put(0, 3);
    code(bits, 280);
    code(bits, 256);
    code(bits, 256);
    code(bits, 256);
    // The distance code has one symbol, zero.
    bits.put(0b0001, 4);
    for (int pixel : argb) {
      for (int shift : new int[] {8, 16, 0, 24}) {
        bits.put(Integer.reverse(pixel >> shift & 0xFF) >>> 24, 8);
      }
    }
    return bits.bytes();
  }

  /** A code in which the first 256 symbols have eight bits each and no other occurs. */
  private static void code(Bits bits, int symbols) {
    bits.put(0, 1);
    // Twelve code length codes, in the order 17 18 0 1 2 3 4 5 16 6 7 8: of one bit for 0 and 8.
    bits.put(8, 4);
    for (int length : new int[] {0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1}) {
      bits.put(length, 3);
    }
    bits.put(0, 1);
    for (int symbol = 0; symbol < symbols; symbol++) {
      bits.put(symbol < 256 ? 1 : 0, 1);
    }
  }

  /** Bits, least significant first. */
  private static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long pending;
    private int count;

    void put(int value, int length) {
      pending |= (long) value << count;
      count += length;
      while (count >= 8) {
        out.write((int) pending);
        pending >>>= 8;
        count -= 8;
      }
    }

    byte[] bytes() {
      if (count > 0) {
        out.write((int) pending);
        count = 0;
      }
      return out.toByteArray();
    }
  }
}
