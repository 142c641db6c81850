package eu.gardefou.media.webp;

import java.util.HexFormat;

/** Entropy-coded pixels of VP8L: literals, copies and a cache of colours (RFC 9649, section 5). */
final class LosslessPixels {
  private static final int LITERALS = 256;
  private static final int LENGTHS = 24;
  private static final int DISTANCES = 40;
  private static final int NEAR = 120;
  private static final int MOST_QUICK_GROUPS = 1000;
  // Three times what the most careful encoder writes; a code takes next to no bits in the file.
  private static final int MOST_SYMBOLS = 1 << 23;
  private static final int PIXELS_A_PULSE = 1 << 14;

  // Where the nearest pixels are: rows up, and 8 minus the columns to the left.
  private static final byte[] NEIGHBOURS =
      HexFormat.of()
          .parseHex(
              "1807171928062729161a262a38053739151b363a252b48044749141c353b"
                  + "464a242c58454b343c035759131d565a232d444c555b333d68026769121e"
                  + "666a222e545c434d656b323e78017779535d111f646c424e767a212f757b"
                  + "313f636d525e00747c414f1020626e30737d515f40727e616f50717f6070");

  private final LosslessBits bits;
  private final int width;
  private final int[] argb;
  private final Runnable pulse;
  private int cacheBits;
  private int[] cache = {};
  private int groupBits;
  private int groupsAcross;
  private int[] groupOfBlock = {};
  private PrefixCode[][] groups = {};

  LosslessPixels(LosslessBits bits, int width, int height, Runnable pulse) {
    this.bits = bits;
    this.width = width;
    this.argb = new int[width * height];
    this.pulse = pulse;
  }

  /** Reads a picture inside the picture. */
  interface Planes {
    int[] read(int width, int height);
  }

  /** The pixels, with one group of codes for all of them. */
  int[] read() {
    readCache();
    readGroups(1);
    return readPixels();
  }

  /** The pixels, each block with one of several groups of codes. */
  int[] readWithGroups(Planes planes) {
    readCache();
    int count = 1;
    if (bits.readFlag()) {
      groupBits = bits.read(3) + 2;
      groupsAcross = Lossless.blocks(width, groupBits);
      int height = argb.length / width;
      groupOfBlock = planes.read(groupsAcross, Lossless.blocks(height, groupBits));
      for (int i = 0; i < groupOfBlock.length; i++) {
        groupOfBlock[i] = (groupOfBlock[i] >> 8) & 0xFFFF;
        count = Math.max(count, groupOfBlock[i] + 1);
      }
    }
    readGroups(count);
    return readPixels();
  }

  private void readCache() {
    if (bits.readFlag()) {
      cacheBits = bits.read(4);
      if (cacheBits < 1 || cacheBits > 11) {
        throw new MalformedWebp("a cache of an impossible size");
      }
      cache = new int[1 << cacheBits];
    }
  }

  private void readGroups(int count) {
    int[] alphabets = {LITERALS + LENGTHS + cache.length, LITERALS, LITERALS, LITERALS, DISTANCES};
    boolean quick = count <= MOST_QUICK_GROUPS;
    int symbols = 0;
    groups = new PrefixCode[count][alphabets.length];
    for (PrefixCode[] group : groups) {
      pulse.run();
      for (int i = 0; i < alphabets.length; i++) {
        group[i] = PrefixCode.read(bits, alphabets[i], quick);
        symbols += group[i].size();
        if (symbols > MOST_SYMBOLS) {
          throw new MalformedWebp("more codes than any picture needs");
        }
      }
    }
  }

  private int[] readPixels() {
    int at = 0;
    int pulseAt = 0;
    while (at < argb.length) {
      if (at >= pulseAt) {
        pulse.run();
        pulseAt = at + PIXELS_A_PULSE;
      }
      PrefixCode[] group = groupAt(at);
      int symbol = group[0].symbol(bits);
      if (symbol < LITERALS) {
        put(at++, literal(symbol, group));
      } else if (symbol < LITERALS + LENGTHS) {
        at = copy(at, number(symbol - LITERALS), distance(number(group[4].symbol(bits))));
      } else {
        put(at++, cache[symbol - LITERALS - LENGTHS]);
      }
    }
    return argb;
  }

  private PrefixCode[] groupAt(int at) {
    if (groupOfBlock.length == 0) {
      return groups[0];
    }
    int y = at / width;
    int x = at - y * width;
    return groups[groupOfBlock[(y >> groupBits) * groupsAcross + (x >> groupBits)]];
  }

  private int literal(int green, PrefixCode[] group) {
    int red = group[1].symbol(bits);
    int blue = group[2].symbol(bits);
    return (group[3].symbol(bits) << 24) | (red << 16) | (green << 8) | blue;
  }

  private void put(int at, int pixel) {
    argb[at] = pixel;
    if (cacheBits > 0) {
      cache[(0x1E35A7BD * pixel) >>> (32 - cacheBits)] = pixel;
    }
  }

  private int copy(int at, int length, int distance) {
    if (distance > at || length > argb.length - at) {
      throw new MalformedWebp("a copy from outside of the picture");
    }
    for (int i = at; i < at + length; i++) {
      put(i, argb[i - distance]);
    }
    return at + length;
  }

  /** A length or a distance: a prefix, and more bits the larger it is. */
  private int number(int prefix) {
    if (prefix < 4) {
      return prefix + 1;
    }
    int extra = (prefix - 2) >> 1;
    return ((2 + (prefix & 1)) << extra) + bits.read(extra) + 1;
  }

  private int distance(int code) {
    if (code > NEAR) {
      return code - NEAR;
    }
    int place = NEIGHBOURS[code - 1];
    return Math.max(1, (place >> 4) * width + 8 - (place & 15));
  }
}
