package eu.gardefou.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clocks that run for each notice. */
final class ClockTable {
  private final JdbcClient sql;

  ClockTable(JdbcClient sql) {
    this.sql = sql;
  }

  List<RunningClock> of(UUID notice) {
    return sql.sql("SELECT * FROM notices.clock WHERE notice = ? ORDER BY due_at, name")
        .param(notice)
        .query((row, _) -> read(row))
        .list();
  }

  /** Starts a clock. One that runs already is only ever made to run out earlier. */
  void start(UUID notice, ClockRule rule, Instant now) {
    RunningClock clock = rule.start(now);
    sql.sql(
            """
            INSERT INTO notices.clock AS c
              (notice, name, regime, source, met_by, started_at, warn_at, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (notice, name) DO UPDATE
              SET regime = excluded.regime, source = excluded.source, met_by = excluded.met_by,
                started_at = excluded.started_at, warn_at = excluded.warn_at,
                due_at = excluded.due_at, told = 0
              WHERE c.met_at IS NULL AND excluded.due_at < c.due_at
            """)
        .params(
            notice,
            clock.name(),
            clock.regime().name(),
            clock.source(),
            rule.metBy().name(),
            Rows.time(clock.startedAt()),
            Rows.time(clock.warnAt()),
            Rows.time(clock.dueAt()))
        .update();
  }

  void meet(UUID notice, ClockRule.MetBy by, Instant at) {
    sql.sql(
            """
            UPDATE notices.clock SET met_at = ?
            WHERE notice = ? AND met_by = ? AND met_at IS NULL
            """)
        .params(Rows.time(at), notice, by.name())
        .update();
  }

  /** What was met was not after all: the same clocks run on, to the same ends. */
  void resume(UUID notice, ClockRule.MetBy by) {
    sql.sql("UPDATE notices.clock SET met_at = NULL WHERE notice = ? AND met_by = ?")
        .params(notice, by.name())
        .update();
  }

  /** Tells the notice when the first of its clocks runs out. */
  void tell(UUID notice) {
    sql.sql(
            """
            UPDATE notices.notice SET due_at = coalesce(first, 'infinity'),
              due_hour = coalesce(
                floor(extract(epoch FROM first) / 3600)::bigint, 9223372036854775807)
            FROM (SELECT min(due_at) AS first FROM notices.clock
              WHERE notice = :id AND met_at IS NULL) AS clocks
            WHERE id = :id
            """)
        .param("id", notice)
        .update();
  }

  private static RunningClock read(ResultSet row) throws SQLException {
    return new RunningClock(
        row.getString("name"),
        Rows.word(row, "regime", Regime.class),
        row.getString("source"),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "warn_at"),
        Rows.instant(row, "due_at"),
        Rows.instantOrNull(row, "met_at"));
  }
}
