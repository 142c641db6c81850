package eu.gardefou.cli;

import eu.gardefou.hashing.PdqHash;
import java.util.SplittableRandom;

/**
 * One look-up over HTTP, ready to be sent, and what has to come back.
 *
 * @param answer the body, whole
 */
record HashQuestion(String request, String answer) {
  private static final int MOST_FLIPS = 31;

  /** Half of them near an entry, half of them near none. */
  static HashQuestion any(SplittableRandom random, int entries, String host, String key) {
    if (random.nextBoolean()) {
      PdqHash hash =
          new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
      return new HashQuestion(request(hash, host, key), "{}");
    }
    int number = 1 + random.nextInt(entries);
    int flips = random.nextInt(MOST_FLIPS + 1);
    PdqHash near = flipped(MadeUpBank.hash(number), flips, random);
    return new HashQuestion(request(near, host, key), MadeUpBank.found(number, flips));
  }

  private static PdqHash flipped(PdqHash hash, int flips, SplittableRandom random) {
    byte[] bytes = hash.toBytes();
    random
        .ints(0, 256)
        .distinct()
        .limit(flips)
        .forEach(bit -> bytes[bit / 8] ^= (byte) (1 << bit % 8));
    return PdqHash.fromBytes(bytes);
  }

  private static String request(PdqHash hash, String host, String key) {
    return "GET /m/lookup?signal_type=pdq&signal="
        + hash
        + " HTTP/1.1\r\nHost: "
        + host
        + "\r\nAuthorization: Bearer "
        + key
        + "\r\n\r\n";
  }
}
