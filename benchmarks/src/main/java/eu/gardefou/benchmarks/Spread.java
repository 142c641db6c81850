package eu.gardefou.benchmarks;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.util.SplittableRandom;

/** How the hashes of a made-up bank are spread; the same with every run. */
public enum Spread {
  /** All hashes are as likely as any other: what theory speaks of. */
  EVEN,
  /**
   * Half of the bank comes in families of variants of one picture, of 1 to 1,000 members up to 40
   * bits from their centre, and one hash in a hundred is nearly blank.
   */
  SKEWED,
  /** Four in ten are variants of one of 2,000 pictures, the largest family a thirtieth of all. */
  HOSTILE;

  private static final int MOST_BITS_OFF = 40;
  private static final int BITS = 256;

  /** Takes the hashes of a bank one after another. */
  interface Taker {
    /** Takes one. */
    void take(long id, PdqHash hash);
  }

  /** Gives every hash of a bank to the builder, and some of them back, to be searched for. */
  PdqHash[] fill(HammingIndex.Builder builder, int size, int samples) {
    builder.expect(size);
    return fill(builder::add, size, samples);
  }

  /** Gives every hash of a bank away, and some of them back, to be searched for. */
  PdqHash[] fill(Taker taker, int size, int samples) {
    SplittableRandom random = new SplittableRandom(size);
    PdqHash[] centres = centres(size, random);
    PdqHash[] sampled = new PdqHash[samples];
    for (int id = 0; id < size; id++) {
      PdqHash hash = next(centres, random);
      taker.take(id, hash);
      sampled[(int) ((long) id * samples / size)] = hash;
    }
    return sampled;
  }

  /** A quarter unrelated, the others 0 to 40 bits from one in the bank. */
  static PdqHash[] queries(PdqHash[] sampled) {
    SplittableRandom random = new SplittableRandom(7);
    PdqHash[] queries = new PdqHash[sampled.length];
    for (int i = 0; i < queries.length; i++) {
      queries[i] = i % 4 == 0 ? any(random) : off(sampled[i], i % (MOST_BITS_OFF + 1), random);
    }
    return queries;
  }

  private PdqHash[] centres(int size, SplittableRandom random) {
    int count =
        switch (this) {
          case EVEN -> 1;
          case SKEWED -> Math.max(1, size / 200);
          case HOSTILE -> 2_000;
        };
    PdqHash[] centres = new PdqHash[count];
    for (int i = 0; i < count; i++) {
      centres[i] = any(random);
    }
    return centres;
  }

  private PdqHash next(PdqHash[] centres, SplittableRandom random) {
    int kind = random.nextInt(100);
    return switch (this) {
      case EVEN -> any(random);
      case SKEWED -> {
        if (kind == 0) {
          yield off(new PdqHash(0, 0, 0, 0), random.nextInt(BITS / 2), random);
        }
        // The square makes a few families much larger than the others.
        double place = random.nextDouble() * random.nextDouble();
        yield kind <= 50 ? any(random) : near(centres, place, random);
      }
      case HOSTILE -> {
        double place = Math.pow(random.nextDouble(), 3);
        yield kind < 60 ? any(random) : near(centres, place, random);
      }
    };
  }

  private static PdqHash near(PdqHash[] centres, double place, SplittableRandom random) {
    PdqHash centre = centres[(int) (place * centres.length)];
    return off(centre, random.nextInt(MOST_BITS_OFF + 1), random);
  }

  static PdqHash any(SplittableRandom random) {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /** Flips that many bits, some perhaps twice. */
  static PdqHash off(PdqHash hash, int flips, SplittableRandom random) {
    long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
    for (int i = 0; i < flips; i++) {
      int bit = random.nextInt(BITS);
      words[bit / Long.SIZE] ^= 1L << bit;
    }
    return new PdqHash(words[0], words[1], words[2], words[3]);
  }
}
