package eu.gardefou.exchanges.peer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Times as sources write them. All are moments, in the years 1970 to 9999; no time zone of this
 * machine plays a part.
 */
public final class Times {
  /** What is said of an entry whose time is none: the rest of it counts. */
  public static final String ODD = "A time is none of the years 1970 to 9999: it was left out.";

  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Times() {}

  /** Whole seconds, such as {@code 2026-11-22T10:00:00Z}. */
  public static String seconds(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).toString();
  }

  /** An ISO 8601 moment with its offset; null when it is none. */
  public static @Nullable Instant iso(String text) {
    try {
      Instant at = OffsetDateTime.parse(text.strip()).toInstant();
      return at.isBefore(Instant.EPOCH) || !at.isBefore(END) ? null : at;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Seconds since 1970; null when that is no time. */
  public static @Nullable Instant epoch(long seconds) {
    return seconds < 0 || seconds >= END.getEpochSecond() ? null : Instant.ofEpochSecond(seconds);
  }

  /** Nothing was said later than now: a time from the future would outlive every withdrawal. */
  public static Instant notAfter(Instant now, Instant at) {
    return at.isAfter(now) ? now : at;
  }
}
