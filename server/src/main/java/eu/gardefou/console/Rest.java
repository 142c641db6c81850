package eu.gardefou.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** For how long a curator sets something aside. */
enum Rest {
  /** It answers. */
  NONE,
  /** For 24 hours. */
  DAY,
  /** For seven days. */
  WEEK,
  /** Until somebody says otherwise. */
  FURTHER_NOTICE;

  /** As the texts call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** When it ends; null when it does not begin. */
  @Nullable Instant until(Instant now) {
    return switch (this) {
      case NONE -> null;
      case DAY -> now.plus(Duration.ofDays(1));
      case WEEK -> now.plus(Duration.ofDays(7));
      case FURTHER_NOTICE -> Instant.MAX;
    };
  }
}
