package eu.gardefou.enforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL about deliveries. */
record DeliveryTable(JdbcClient sql) {
  private static final String COLUMNS =
      """
      d.id, d.action, d.item, d.state, d.tries, d.refusals, d.last_status, d.last_answer,
      d.changed_at
      """;

  void add(ActionTaken action, Instant now) {
    sql.sql(
            """
            INSERT INTO enforcement.delivery (action, item, due_at, changed_at)
            VALUES (:action, :item, :now, :now)
            """)
        .param("action", action.id())
        .param("item", action.item())
        .param("now", utc(now))
        .update();
  }

  /**
   * One that is due, held until the transaction ends, so that nobody else sends it meanwhile. What
   * comes after an undelivered one of the same item waits. What a clock that ran ahead put off for
   * too long waits no more.
   *
   * @param latest nothing is put off further than this
   */
  Optional<Held> holdNext(Instant now, Instant latest) {
    return sql.sql(
            """
            SELECT %s FROM enforcement.delivery d
            WHERE d.state = 'queued' AND (d.due_at <= :now OR d.due_at > :latest)
              AND NOT EXISTS (
                SELECT FROM enforcement.delivery b
                WHERE b.item = d.item AND b.id < d.id AND b.state <> 'delivered')
            ORDER BY d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
            """
                .replace("%s", COLUMNS))
        .param("now", utc(now))
        .param("latest", utc(latest))
        .query((row, _) -> new Held(delivery(row), row.getInt("refusals")))
        .optional();
  }

  /** One that nobody else sends now. */
  record Held(Delivery delivery, int refusals) {}

  void note(
      Held held,
      Delivery.State state,
      boolean refused,
      @Nullable Integer status,
      String answer,
      Instant due,
      Instant now) {
    sql.sql(
            """
            UPDATE enforcement.delivery SET state = :state, tries = tries + 1,
              refusals = refusals + :refused, last_status = CAST(:status AS integer),
              last_answer = :answer, due_at = :due, changed_at = :now
            WHERE id = :id
            """)
        .param("state", word(state))
        .param("refused", refused ? 1 : 0)
        .param("status", status)
        .param("answer", answer)
        .param("due", utc(due))
        .param("now", utc(now))
        .param("id", held.delivery().id())
        .update();
  }

  /** The platform is there again: what found nobody need not wait. */
  void hurry(Instant now) {
    sql.sql(
            """
            UPDATE enforcement.delivery SET due_at = :now WHERE id IN (
              SELECT id FROM enforcement.delivery
              WHERE state = 'queued' AND tries > 0 AND last_status IS NULL AND due_at > :now
              ORDER BY id FOR UPDATE SKIP LOCKED)
            """)
        .param("now", utc(now))
        .update();
  }

  /**
   * Unless that might undo what was done later. An undelivered one holds up what comes after it, so
   * it may go again; a delivered one may not once there is a later one.
   */
  boolean queueAgain(UUID action, Instant now) {
    return sql.sql(
                """
                UPDATE enforcement.delivery d
                SET state = 'queued', refusals = 0, due_at = :now, changed_at = :now
                WHERE d.action = :action AND NOT EXISTS (
                  SELECT FROM enforcement.delivery a
                  WHERE a.item = d.item AND a.id > d.id
                    AND 'delivered' IN (a.state, d.state))
                """)
            .param("now", utc(now))
            .param("action", action)
            .update()
        == 1;
  }

  Optional<Delivery> of(UUID action) {
    return sql.sql("SELECT " + COLUMNS + " FROM enforcement.delivery d WHERE action = ?")
        .param(action)
        .query((row, _) -> delivery(row))
        .optional();
  }

  List<Delivery> in(Delivery.State state, int most) {
    return sql.sql(
            "SELECT "
                + COLUMNS
                + " FROM enforcement.delivery d WHERE state = ? ORDER BY id LIMIT ?")
        .params(word(state), most)
        .query((row, _) -> delivery(row))
        .list();
  }

  private static String word(Delivery.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getObject("action", UUID.class),
        row.getString("item"),
        Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("tries"),
        row.getObject("last_status", Integer.class),
        row.getString("last_answer"),
        row.getTimestamp("changed_at").toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
