package eu.gardefou.hma;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The coin of one request: above 0 and below 1. Banks whose enabled ratio is smaller are not asked,
 * so those of ratio 0 never and those of ratio 1 always.
 */
final class Coin {
  /** Asks every bank. */
  static final double BYPASSED = 0;

  private Coin() {}

  /** As the request wishes: no coin, the same coin for the same seed, or any. */
  static double of(Query query) {
    if (query.flag("bypass_coinflip", false)) {
      return BYPASSED;
    }
    return query.text("seed").map(Coin::ofSeed).orElseGet(Coin::any);
  }

  static double any() {
    return ThreadLocalRandom.current().nextDouble(Double.MIN_NORMAL, 1);
  }

  private static double ofSeed(String seed) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return ((ByteBuffer.wrap(digest).getLong() >>> 11) + 0.5) * 0x1.0p-53;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
