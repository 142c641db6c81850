package eu.gardefou.media.webp;

/** The arithmetic decoder of VP8 (RFC 6386, section 7), up to the end of a slice. */
final class BoolReader {
  private final byte[] bytes;
  private final int end;
  private int at;
  // One less than the range of the RFC, which makes the split a shift.
  private int range = 254;
  private int value;
  private int spare = -8;

  BoolReader(byte[] bytes, int from, int length) {
    if (from < 0 || length < 0 || from + (long) length > bytes.length) {
      throw new MalformedWebp("a partition lies outside of the data");
    }
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
  }

  /** The next bit, which is 0 with a probability of so many in 256. */
  int bit(int probability) {
    if (spare < 0) {
      load();
    }
    int split = (range * probability) >> 8;
    int bit;
    if (value >> spare > split) {
      value -= (split + 1) << spare;
      range -= split + 1;
      bit = 1;
    } else {
      range = split;
      bit = 0;
    }
    if (range < 127) {
      int shift = Integer.numberOfLeadingZeros(range + 1) - 24;
      range = ((range + 1) << shift) - 1;
      spare -= shift;
    }
    return bit;
  }

  private void load() {
    if (end - at >= 2) {
      value = (value << 16) | ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
      at += 2;
      spare += 16;
      return;
    }
    if (at >= end) {
      throw new MalformedWebp("a partition ends too early");
    }
    value = (value << 8) | (bytes[at] & 0xFF);
    at++;
    spare += 8;
  }

  boolean flag() {
    return bit(128) != 0;
  }

  /** A number of so many bits, most significant first. */
  int number(int bits) {
    int number = 0;
    for (int i = 0; i < bits; i++) {
      number = (number << 1) | bit(128);
    }
    return number;
  }

  /** A number and its sign. */
  int signed(int bits) {
    int number = number(bits);
    return flag() ? -number : number;
  }

  /** A flag, and a signed number when it is set. */
  int optional(int bits) {
    return flag() ? signed(bits) : 0;
  }
}
