package eu.gardefou.matching;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Identifiers in the order of time: version 7 UUIDs (RFC 9562, section 5.7). */
final class EntryIds {
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  EntryIds(Clock clock) {
    this.clock = clock;
  }

  UUID next() {
    long millis = clock.millis();
    long high = (millis << 16) | 0x7000 | random.nextInt(1 << 12);
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
