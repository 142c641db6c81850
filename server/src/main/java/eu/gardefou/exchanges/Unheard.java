package eu.gardefou.exchanges;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opinions that their source did not take, in PostgreSQL: refused ones, and those that wait. */
final class Unheard {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 12;

  private final JdbcClient sql;

  Unheard(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * One that failed before.
   *
   * @param last when it was tried last
   * @param due whether it is time to try again
   */
  record Tried(Instant last, boolean due) {}

  /** Those that failed. What a clock that ran ahead put off for too long waits no more. */
  Map<Long, Tried> tried(String exchange, Instant now) {
    Map<Long, Tried> tried = new HashMap<>();
    sql.sql(
            """
            SELECT opinion, at, not_before <= :now OR not_before > :latest AS due
            FROM exchanges.unheard WHERE exchange = :exchange AND not_before IS NOT NULL
            """)
        .param("exchange", exchange)
        .param("now", utc(now))
        .param("latest", utc(now.plus(LONGEST)))
        .query(row -> {
          tried.put(
              row.getLong("opinion"),
              new Tried(row.getTimestamp("at").toInstant(), row.getBoolean("due")));
        });
    return tried;
  }

  /** The source will never take it. */
  void refused(String exchange, long opinion, String error, Instant at) {
    note(exchange, opinion, error, at, null);
  }

  /**
   * It is tried again: later with every failure, and not before the source wants that.
   *
   * @param patience what the source asks for
   */
  void putOff(String exchange, long opinion, String error, Instant at, Duration patience) {
    int tries =
        sql.sql("SELECT tries FROM exchanges.unheard WHERE exchange = ? AND opinion = ?")
            .params(exchange, opinion)
            .query(Integer.class)
            .optional()
            .orElse(0);
    Duration longer = FIRST.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
    Duration pause = longer.compareTo(patience) > 0 ? longer : patience;
    note(exchange, opinion, error, at, at.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
  }

  private void note(
      String exchange, long opinion, String error, Instant at, @Nullable Instant notBefore) {
    sql.sql(
            """
            INSERT INTO exchanges.unheard (exchange, opinion, tries, not_before, at, error)
            VALUES (:exchange, :opinion, 1, CAST(:before AS timestamptz), :at, :error)
            ON CONFLICT (exchange, opinion) DO UPDATE SET tries = unheard.tries + 1,
              not_before = excluded.not_before, at = excluded.at, error = excluded.error
            """)
        .param("exchange", exchange)
        .param("opinion", opinion)
        .param("before", notBefore == null ? null : utc(notBefore))
        .param("at", utc(at))
        .param("error", error)
        .update();
  }

  /** It was taken after all. */
  void heard(String exchange, long opinion) {
    sql.sql("DELETE FROM exchanges.unheard WHERE exchange = ? AND opinion = ?")
        .params(exchange, opinion)
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
