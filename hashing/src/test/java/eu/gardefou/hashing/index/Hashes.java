package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up hashes and banks, the same with every run. */
final class Hashes {
  static final PdqHash ZEROS = new PdqHash(0, 0, 0, 0);
  static final PdqHash ONES = new PdqHash(-1, -1, -1, -1);

  private final Random random;

  Hashes(long seed) {
    random = new Random(seed);
  }

  /** Any hash, as likely as any other. */
  PdqHash any() {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A hash that differs in exactly so many bits. */
  PdqHash off(PdqHash hash, int distance) {
    long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
    long[] flipped = new long[4];
    for (int left = distance; left > 0; ) {
      int bit = random.nextInt(256);
      if ((flipped[bit / 64] & 1L << bit) == 0) {
        flipped[bit / 64] |= 1L << bit;
        left--;
      }
    }
    return new PdqHash(
        words[0] ^ flipped[0], words[1] ^ flipped[1], words[2] ^ flipped[2], words[3] ^ flipped[3]);
  }

  /** A hash like any other, but with the value of one 16-bit band. */
  PdqHash withBand(int band, int value) {
    PdqHash any = any();
    long[] words = {any.w0(), any.w1(), any.w2(), any.w3()};
    int shift = 48 - band % 4 * 16;
    words[band / 4] = (words[band / 4] & ~(0xffffL << shift)) | ((long) value << shift);
    return new PdqHash(words[0], words[1], words[2], words[3]);
  }

  List<PdqHash> many(int count) {
    List<PdqHash> many = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      many.add(any());
    }
    return many;
  }

  /** Hashes off by 0 to {@code farthest} bits from one centre, in turn. */
  List<PdqHash> family(PdqHash centre, int count, int farthest) {
    List<PdqHash> family = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      family.add(off(centre, i % (farthest + 1)));
    }
    return family;
  }
}
