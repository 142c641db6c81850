package eu.gardefou.exchanges;

import eu.gardefou.exchanges.peer.Checkpoint;
import eu.gardefou.exchanges.peer.Json;
import eu.gardefou.exchanges.peer.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far exchanges are, in PostgreSQL. */
final class Progress {
  private final JdbcClient sql;

  Progress(JdbcClient sql) {
    this.sql = sql;
  }

  void begin(String name, Instant at) {
    sql.sql("UPDATE exchanges.exchange SET running_since = ? WHERE name = ?")
        .params(utc(at), name)
        .update();
  }

  /** Neither well nor badly: it goes on another time. */
  void stopped(String name) {
    sql.sql("UPDATE exchanges.exchange SET running_since = NULL WHERE name = ?")
        .param(name)
        .update();
  }

  /**
   * Moves on by a page, if nobody else did meanwhile.
   *
   * @param anew whether it is the first page of a round
   * @return whether it was so
   */
  boolean advance(Row from, Page page, boolean anew) {
    return sql.sql(
                """
                UPDATE exchanges.exchange SET
                  version = version + 1,
                  checkpoint = CAST(:checkpoint AS jsonb),
                  progress = COALESCE(CAST(:progress AS timestamptz), progress),
                  round = round + CASE WHEN :anew THEN 1 ELSE 0 END,
                  round_open = round_open OR :anew,
                  fetched = fetched + :fetched,
                  skipped = skipped + :skipped,
                  last_skipped = COALESCE(CAST(:last AS text), last_skipped)
                WHERE name = :name AND version = :version AND enabled AND NOT leaving
                """)
            .param("checkpoint", json(page.checkpoint()))
            .param("progress", page.progress() == null ? null : utc(page.progress()))
            .param("anew", anew)
            .param("fetched", page.changes().size())
            .param("skipped", page.skipped().count())
            .param("last", page.skipped().last())
            .param("name", from.name())
            .param("version", from.version())
            .update()
        == 1;
  }

  void closeRound(String name, long round) {
    sql.sql(
            """
            UPDATE exchanges.exchange SET round_open = false, held_back = 0, allowed = 0
            WHERE name = ? AND round = ?
            """)
        .params(name, round)
        .update();
  }

  void holdBack(String name, long entries) {
    sql.sql("UPDATE exchanges.exchange SET held_back = ? WHERE name = ?")
        .params(entries, name)
        .update();
  }

  void succeeded(String name, Instant at) {
    sql.sql(
            """
            UPDATE exchanges.exchange SET running_since = NULL, completed_at = :at,
              succeeded_at = :at, succeeded = true, up_to_date = true, failures = 0,
              last_error = NULL
            WHERE name = :name
            """)
        .param("at", utc(at))
        .param("name", name)
        .update();
  }

  void failed(String name, Instant at, String sentence) {
    sql.sql(
            """
            UPDATE exchanges.exchange SET running_since = NULL, completed_at = :at,
              succeeded = false, up_to_date = false, failures = failures + 1, last_error = :error
            WHERE name = :name
            """)
        .param("at", utc(at))
        .param("error", sentence)
        .param("name", name)
        .update();
  }

  private static @Nullable String json(@Nullable Checkpoint checkpoint) {
    return checkpoint == null ? null : Json.write(checkpoint.words());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
