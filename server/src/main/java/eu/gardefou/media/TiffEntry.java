package eu.gardefou.media;

import java.nio.ByteBuffer;

/**
 * One entry of a TIFF directory. Its values lie inside it when they fit into four bytes, and
 * elsewhere in the file otherwise.
 *
 * @param at where the entry is
 * @param size bytes of one value
 * @param from where the values are
 */
record TiffEntry(ByteBuffer input, int at, int size, int count, int from) {
  static TiffEntry read(ByteBuffer input, int at) {
    int size =
        switch (input.getShort(at + 2)) {
          case 1, 2, 6, 7 -> 1;
          case 3, 8 -> 2;
          case 4, 9, 11, 13 -> 4;
          case 5, 10, 12 -> 8;
          default -> throw Refusal.damaged("an entry of it has an unknown type");
        };
    long count = input.getInt(at + 4) & 0xFFFFFFFFL;
    long length = count * size;
    long from = length <= 4 ? at + 8 : input.getInt(at + 8) & 0xFFFFFFFFL;
    if (count < 1 || from + length > input.capacity()) {
      throw Refusal.endsTooEarly();
    }
    return new TiffEntry(input, at, size, (int) count, (int) from);
  }

  /** The whole number at a place; only numbers up to 32 bits matter here. */
  long value(int index) {
    int place = from + size * index;
    return switch (size) {
      case 1 -> input.get(place) & 0xFF;
      case 2 -> input.getShort(place) & 0xFFFF;
      default -> input.getInt(place) & 0xFFFFFFFFL;
    };
  }

  /** The values as bytes; none when there are more than {@code most}. */
  byte[] bytes(int most) {
    if ((long) size * count > most) {
      return new byte[0];
    }
    byte[] copy = new byte[size * count];
    input.get(from, copy);
    return copy;
  }
}
