package eu.gardefou.media;

/** Whole numbers in bytes; a place outside of them is an {@link IndexOutOfBoundsException}. */
final class Numbers {
  private Numbers() {}

  static int unsigned8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  /** Most significant byte first. */
  static int big16(byte[] bytes, int at) {
    return (unsigned8(bytes, at) << 8) | unsigned8(bytes, at + 1);
  }

  /** Least significant byte first. */
  static int little16(byte[] bytes, int at) {
    return unsigned8(bytes, at) | (unsigned8(bytes, at + 1) << 8);
  }

  /** Least significant byte first. */
  static int little24(byte[] bytes, int at) {
    return little16(bytes, at) | (unsigned8(bytes, at + 2) << 16);
  }

  /** Least significant byte first. */
  static long little32(byte[] bytes, int at) {
    return little24(bytes, at) | ((long) unsigned8(bytes, at + 3) << 24);
  }
}
