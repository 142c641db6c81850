package eu.gardefou.exchanges;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.peer.Checkpoint;
import eu.gardefou.exchanges.peer.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Exchanges in PostgreSQL. A row is cheap however many entries there are: cycles ask for it after
 * every page. What has to be counted is a {@link Tally}.
 */
final class ExchangeTable {
  private static final String ROWS =
      """
      SELECT e.*, t.execution_time AS next
      FROM exchanges.exchange e
      LEFT JOIN exchanges.scheduled_tasks t
        ON t.task_name = 'exchange' AND t.task_instance = e.name AND NOT t.picked
      """;

  private final JdbcClient sql;

  ExchangeTable(JdbcClient sql) {
    this.sql = sql;
  }

  List<Row> all() {
    return sql.sql(ROWS + "ORDER BY e.name").query((row, n) -> row(row)).list();
  }

  Optional<Row> find(String name) {
    return sql.sql(ROWS + "WHERE e.name = ?").param(name).query((row, n) -> row(row)).optional();
  }

  /** Counts what an exchange has. */
  Tally tally(String name) {
    return sql.sql(
            """
            SELECT count(*) FILTER (WHERE not_before IS NULL) AS refused,
              count(not_before) AS waiting,
              (array_agg(error ORDER BY at DESC, opinion DESC))[1] AS last,
              (SELECT count(*) FROM exchanges.item i WHERE i.exchange = :name AND NOT i.gone)
                AS items
            FROM exchanges.unheard WHERE exchange = :name
            """)
        .param("name", name)
        .query((row, n) ->
            new Tally(
                row.getLong("items"),
                new OpinionStatus(
                    row.getLong("refused"), row.getLong("waiting"), row.getString("last"))))
        .single();
  }

  /** The first of an interface that is enabled. */
  Optional<Row> enabled(String api) {
    return sql.sql(ROWS + "WHERE e.api = ? AND e.enabled AND NOT e.leaving ORDER BY e.name LIMIT 1")
        .param(api)
        .query((row, n) -> row(row))
        .optional();
  }

  /** False when the name is taken. */
  boolean insert(
      ExchangeDraft draft, int bank, Map<String, String> settings, Instant at, Caller by) {
    return sql.sql(
                """
                INSERT INTO exchanges.exchange
                  (name, api, bank, bank_id, settings, enabled, every_seconds, made_at, made_by)
                VALUES (:name, :api, :bank, :id, CAST(:settings AS jsonb), true, :every, :at, :by)
                ON CONFLICT (name) DO NOTHING
                """)
            .param("name", draft.name())
            .param("api", draft.api())
            .param("bank", draft.bank())
            .param("id", bank)
            .param("settings", Json.write(settings))
            .param("every", draft.every().toSeconds())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by.id())
            .update()
        == 1;
  }

  /** It is not fetched any more; who paused it first is kept. */
  void pause(String name, Instant at, Caller by) {
    sql.sql(
            """
            UPDATE exchanges.exchange SET enabled = false, paused_at = ?, paused_by = ?
            WHERE name = ? AND enabled
            """)
        .params(at.atOffset(ZoneOffset.UTC), by.id(), name)
        .update();
  }

  void resume(String name) {
    sql.sql(
            """
            UPDATE exchanges.exchange SET enabled = true, paused_at = NULL, paused_by = NULL
            WHERE name = ? AND NOT leaving
            """)
        .param(name)
        .update();
  }

  /** It is not fetched any more; a page that is under way is not kept. */
  void leave(String name) {
    sql.sql(
            """
            UPDATE exchanges.exchange SET leaving = true, enabled = false, version = version + 1
            WHERE name = ?
            """)
        .param(name)
        .update();
  }

  void delete(String name) {
    sql.sql("DELETE FROM exchanges.exchange WHERE name = ? AND leaving").param(name).update();
  }

  void allow(String name) {
    sql.sql("UPDATE exchanges.exchange SET allowed = held_back WHERE name = ?")
        .param(name)
        .update();
  }

  /** Everything is told anew from the next page on. */
  void forget(String name) {
    sql.sql(
            """
            UPDATE exchanges.exchange SET checkpoint = NULL, version = version + 1 WHERE name = ?
            """)
        .param(name)
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    String checkpoint = row.getString("checkpoint");
    return new Row(
        exchange(row),
        row.getInt("bank_id"),
        row.getBoolean("leaving"),
        row.getLong("version"),
        checkpoint == null ? null : new Checkpoint(Json.words(checkpoint)),
        row.getLong("round"),
        row.getBoolean("round_open"),
        row.getLong("allowed"),
        row.getInt("failures"));
  }

  private static Exchange exchange(ResultSet row) throws SQLException {
    return new Exchange(
        row.getString("name"),
        row.getString("api"),
        row.getString("bank"),
        Json.words(row.getString("settings")),
        row.getBoolean("enabled"),
        Duration.ofSeconds(row.getLong("every_seconds")),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        status(row));
  }

  private static ExchangeStatus status(ResultSet row) throws SQLException {
    return new ExchangeStatus(
        instant(row, "progress"),
        instant(row, "running_since"),
        instant(row, "completed_at"),
        row.getObject("succeeded", Boolean.class),
        instant(row, "succeeded_at"),
        row.getBoolean("up_to_date"),
        Tally.NONE.items(),
        row.getLong("fetched"),
        row.getLong("skipped"),
        row.getString("last_skipped"),
        row.getLong("held_back"),
        row.getString("last_error"),
        instant(row, "next"),
        instant(row, "paused_at"),
        row.getString("paused_by"),
        Tally.NONE.opinions());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp stamp = row.getTimestamp(column);
    return stamp == null ? null : stamp.toInstant();
  }
}
