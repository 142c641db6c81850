package eu.gardefou.exchanges.peer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as sources write them. All are moments; no time zone of this machine plays a part. */
public final class Times {
  private Times() {}

  /** Whole seconds, such as {@code 2026-11-22T10:00:00Z}. */
  public static String seconds(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).toString();
  }

  /**
   * An ISO 8601 moment with its offset.
   *
   * @return the other one when it is none
   */
  public static Instant iso(String text, Instant other) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      return other;
    }
  }

  /** Seconds since 1970; the other one when that is no time of this era. */
  public static Instant epoch(long seconds, Instant other) {
    return seconds < 0 || seconds > 99_999_999_999L ? other : Instant.ofEpochSecond(seconds);
  }

  /** Nothing was said later than now: a time from the future would outlive every withdrawal. */
  public static Instant notAfter(Instant now, Instant at) {
    return at.isAfter(now) ? now : at;
  }
}
