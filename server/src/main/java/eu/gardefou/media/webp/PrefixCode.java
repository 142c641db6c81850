package eu.gardefou.media.webp;

import java.util.Arrays;

/**
 * A canonical prefix code (RFC 9649, section 3.7.2.1): short codes by a table, long ones bit by
 * bit.
 */
final class PrefixCode {
  private static final int LONGEST = 15;
  private static final int TABLE_BITS = 8;
  private static final int[] LENGTH_ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };
  private static final int[] NO_TABLE = {};

  // Symbols sorted by code; codes of one length are consecutive numbers.
  private final short[] symbols;
  private final short[] countByLength;
  private final int[] table;

  private PrefixCode(short[] symbols, short[] countByLength, boolean quick) {
    this.symbols = symbols;
    this.countByLength = countByLength;
    this.table = quick && symbols.length > 1 ? table() : NO_TABLE;
  }

  /**
   * Reads a code.
   *
   * @param quick whether it is worth a table
   */
  static PrefixCode read(LosslessBits bits, int alphabet, boolean quick) {
    byte[] lengths = bits.readFlag() ? simple(bits, alphabet) : normal(bits, alphabet);
    return of(lengths, quick);
  }

  private static byte[] simple(LosslessBits bits, int alphabet) {
    byte[] lengths = new byte[alphabet];
    boolean two = bits.readFlag();
    set(lengths, bits.read(bits.readFlag() ? 8 : 1));
    if (two) {
      set(lengths, bits.read(8));
    }
    return lengths;
  }

  private static void set(byte[] lengths, int symbol) {
    if (symbol >= lengths.length) {
      throw new MalformedWebp("a code for a symbol that does not exist");
    }
    lengths[symbol] = 1;
  }

  private static byte[] normal(LosslessBits bits, int alphabet) {
    byte[] ofLengths = new byte[LENGTH_ORDER.length];
    int count = bits.read(4) + 4;
    for (int i = 0; i < count; i++) {
      ofLengths[LENGTH_ORDER[i]] = (byte) bits.read(3);
    }
    PrefixCode lengthCode = of(ofLengths, false);
    int left = bits.readFlag() ? 2 + bits.read(2 + 2 * bits.read(3)) : alphabet;
    if (left > alphabet) {
      throw new MalformedWebp("more code lengths than symbols");
    }
    byte[] lengths = new byte[alphabet];
    byte previous = 8;
    int symbol = 0;
    while (symbol < alphabet && left > 0) {
      left--;
      int code = lengthCode.symbol(bits);
      if (code < 16) {
        lengths[symbol++] = (byte) code;
        previous = code == 0 ? previous : (byte) code;
        continue;
      }
      int repeat =
          switch (code) {
            case 16 -> 3 + bits.read(2);
            case 17 -> 3 + bits.read(3);
            default -> 11 + bits.read(7);
          };
      if (symbol + repeat > alphabet) {
        throw new MalformedWebp("more code lengths than symbols");
      }
      Arrays.fill(lengths, symbol, symbol + repeat, code == 16 ? previous : 0);
      symbol += repeat;
    }
    return lengths;
  }

  private static PrefixCode of(byte[] lengths, boolean quick) {
    short[] counts = new short[LONGEST + 1];
    for (byte length : lengths) {
      counts[length]++;
    }
    int used = lengths.length - counts[0];
    counts[0] = 0;
    short[] next = new short[LONGEST + 2];
    int space = 0;
    for (int length = 1; length <= LONGEST; length++) {
      next[length + 1] = (short) (next[length] + counts[length]);
      space += counts[length] << (LONGEST - length);
    }
    // A code of one symbol takes no bits; any other must use up all bit patterns.
    if (used == 0 || (used > 1 && space != 1 << LONGEST)) {
      throw new MalformedWebp("a code that is not complete");
    }
    short[] symbols = new short[used];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] > 0) {
        symbols[next[lengths[symbol]]++] = (short) symbol;
      }
    }
    return new PrefixCode(symbols, counts, quick);
  }

  /** For every pattern of bits: the symbol and its length, or zero when the code is longer. */
  private int[] table() {
    int[] entries = new int[1 << TABLE_BITS];
    int code = 0;
    int index = 0;
    for (int length = 1; length <= TABLE_BITS; length++) {
      for (int i = 0; i < countByLength[length]; i++, code++, index++) {
        int pattern = Integer.reverse(code) >>> (32 - length);
        for (int at = pattern; at < entries.length; at += 1 << length) {
          entries[at] = (symbols[index] << 4) | length;
        }
      }
      code <<= 1;
    }
    return entries;
  }

  /** Symbols that occur. */
  int size() {
    return symbols.length;
  }

  /** Takes the next symbol. */
  int symbol(LosslessBits bits) {
    if (symbols.length == 1) {
      return symbols[0];
    }
    if (table.length > 0) {
      int entry = table[bits.peek(TABLE_BITS)];
      if (entry != 0) {
        bits.skip(entry & 15);
        return entry >> 4;
      }
    }
    return bitByBit(bits);
  }

  private int bitByBit(LosslessBits bits) {
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code |= bits.read(1);
      int count = countByLength[length];
      if (code - first < count) {
        return symbols[index + code - first];
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new MalformedWebp("a code that means nothing");
  }
}
