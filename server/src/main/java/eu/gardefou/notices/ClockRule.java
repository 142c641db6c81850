package eu.gardefou.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of clocks.
 *
 * @param until the last day on which it holds; null when no end is known
 * @param starts what starts it
 * @param metBy what stops it
 * @param severities the cases that it is for
 * @param warning how long before its end somebody is told
 */
record ClockRule(
    String name,
    Regime regime,
    String source,
    LocalDate from,
    @Nullable LocalDate until,
    Starts starts,
    MetBy metBy,
    Set<Severity> severities,
    Term term,
    Duration warning) {
  /** What starts a clock. */
  enum Starts {
    /** The notice is here. */
    RECEIVED,
    /** It has everything that the regime asks for. */
    COMPLETE
  }

  /** What stops a clock. */
  enum MetBy {
    ACKNOWLEDGED,
    DECIDED
  }

  ClockRule {
    severities = Set.copyOf(severities);
  }

  boolean holdsAt(Instant at) {
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  boolean isFor(Notice notice, Completeness completeness) {
    boolean started =
        switch (starts) {
          case RECEIVED -> true;
          case COMPLETE -> completeness.isCompleteFor(regime);
        };
    return started && severities.contains(notice.severity());
  }

  /** A clock that is started now. */
  RunningClock start(Instant now) {
    Instant due = term.end(now);
    Instant warn = due.minus(warning);
    return new RunningClock(name, regime, source, now, warn.isBefore(now) ? now : warn, due, null);
  }
}
