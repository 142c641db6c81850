package eu.gardefou.evidence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes version 7 UUIDs (RFC 9562, section 5.7): milliseconds, then a counter that keeps one
 * maker's identifiers in order (section 6.2, method 1), then 62 random bits. A clock that is set
 * back does not put them out of order. Safe for many threads.
 */
public final class Ids {
  private static final int COUNTER_BITS = 12;
  private static final int COUNTER_END = 1 << COUNTER_BITS;
  private static final long VERSION = 7L << COUNTER_BITS;
  private static final long VARIANT = 1L << 63;
  private static final long RANDOM_MASK = (1L << 62) - 1;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private long millis;
  private int counter;

  /** Identifiers by a clock. */
  public Ids(Clock clock) {
    this.clock = clock;
  }

  /** The next one: greater than every earlier one of this maker. */
  public synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      // Half the range is left for counting up.
      counter = random.nextInt(COUNTER_END / 2);
    } else if (++counter == COUNTER_END) {
      millis++;
      counter = 0;
    }
    return new UUID(millis << 16 | VERSION | counter, VARIANT | (random.nextLong() & RANDOM_MASK));
  }
}
