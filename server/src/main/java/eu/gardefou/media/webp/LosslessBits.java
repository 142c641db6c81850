package eu.gardefou.media.webp;

/** Reads bits, least significant first, up to the end of a slice and never beyond. */
final class LosslessBits {
  private final byte[] bytes;
  private final int end;
  private int at;
  private long window;
  private int available;

  LosslessBits(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
  }

  /** The next bits as a number; at most 24. */
  int read(int count) {
    int value = peek(count);
    skip(count);
    return value;
  }

  boolean readFlag() {
    return read(1) != 0;
  }

  /** The next bits without taking them; beyond the end there are zeros, which cannot be taken. */
  int peek(int count) {
    while (available < count && at < end) {
      window |= (bytes[at] & 0xFFL) << available;
      at++;
      available += 8;
    }
    return (int) (window & ((1L << count) - 1));
  }

  void skip(int count) {
    if (count > available) {
      throw new MalformedWebp("the data end too early");
    }
    window >>>= count;
    available -= count;
  }
}
