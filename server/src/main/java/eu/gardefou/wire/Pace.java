package eu.gardefou.wire;

import java.time.Duration;

/**
 * How slowly a body may arrive, so that nobody holds memory by sending a byte now and then.
 *
 * @param patience granted to every body
 * @param rate bytes a second; each byte that is here buys time for the next ones
 */
public record Pace(Duration patience, long rate) {
  /** A minute, and more at 64 kB a second, which is less than a poor line brings. */
  public static final Pace USUAL = new Pace(Duration.ofMinutes(1), 64_000);

  /** Refuses a pace that nobody could keep. */
  public Pace {
    if (!patience.isPositive() || rate < 1) {
      throw new IllegalArgumentException("a pace is above zero: " + patience + ", " + rate);
    }
  }

  /** How long so many bytes may take. */
  long nanos(long bytes) {
    return patience.toNanos() + (long) (bytes * 1e9 / rate);
  }
}
