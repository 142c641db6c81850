package eu.gardefou.media;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Goes through the chunks of a PNG file (PNG third edition, section 5). */
final class PngChunks {
  static final int SIGNATURE_BYTES = 8;

  static final int IHDR = type("IHDR");
  static final int PLTE = type("PLTE");
  static final int TRNS = type("tRNS");
  static final int IDAT = type("IDAT");
  static final int IEND = type("IEND");
  static final int ACTL = type("acTL");
  static final int FCTL = type("fcTL");
  static final int FDAT = type("fdAT");
  static final int ICCP = type("iCCP");
  static final int SRGB = type("sRGB");
  static final int GAMA = type("gAMA");
  static final int EXIF = type("eXIf");
  static final int TEXT = type("tEXt");
  static final int CGBI = type("CgBI");

  private static final int ANCILLARY = 0x20000000;

  private final byte[] bytes;
  private final ByteBuffer numbers;
  private int start;
  private int end;

  /** Stands before the chunk that begins at {@code start}. */
  PngChunks(byte[] bytes, int start) {
    this.bytes = bytes;
    this.numbers = ByteBuffer.wrap(bytes);
    this.start = start;
    this.end = start;
  }

  private static int type(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }

  /** Goes to the next chunk. */
  void next() {
    start = end;
    if (start + 12L > bytes.length) {
      throw Refusal.endsTooEarly();
    }
    long length = numbers.getInt(start) & 0xFFFFFFFFL;
    if (start + 12L + length > bytes.length) {
      throw Refusal.endsTooEarly();
    }
    end = start + 12 + (int) length;
  }

  int type() {
    return numbers.getInt(start + 4);
  }

  /** Whether a decoder must understand it. */
  boolean critical() {
    return (type() & ANCILLARY) == 0;
  }

  int start() {
    return start;
  }

  int content() {
    return start + 8;
  }

  int length() {
    return end - start - 12;
  }

  int end() {
    return end;
  }

  /** Refuses a chunk whose checksum is wrong. */
  void checkSum() {
    CRC32 crc = new CRC32();
    crc.update(bytes, start + 4, length() + 4);
    if ((int) crc.getValue() != numbers.getInt(end - 4)) {
      throw Refusal.damaged("a checksum in it is wrong");
    }
  }
}
