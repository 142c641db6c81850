package eu.gardefou.enforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about submissions. */
record SubmissionTable(JdbcClient sql) {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String SUBMISSIONS =
      """
      SELECT b.statement, s.puid, s.fields, b.state, b.tries, b.uuid, b.last_status, b.last_answer,
        b.changed_at
      FROM enforcement.submission b JOIN enforcement.statement s ON s.id = b.statement
      """;

  void add(UUID statement, Duty duty, Instant now) {
    sql.sql(
            """
            INSERT INTO enforcement.submission (statement, state, due_at, changed_at)
            VALUES (:id, :state, :now, :now)
            """)
        .param("id", statement)
        .param("state", word(duty.submitted() ? Submission.State.QUEUED : Submission.State.EXEMPT))
        .param("now", utc(now))
        .update();
  }

  /**
   * Notes, before anything is sent, that it may have been. What a clock that ran ahead put off for
   * too long waits no more. During a pause nothing is due.
   *
   * @return which are due, and whether each may have been sent before
   */
  Map<UUID, Boolean> begin(Instant now, Instant latest, int most) {
    Map<UUID, Boolean> begun = new HashMap<>();
    sql.sql(
            """
            WITH due AS (
              SELECT statement, unsure FROM enforcement.submission
              WHERE state = 'queued' AND (due_at <= :now OR due_at > :latest)
                AND NOT EXISTS (
                  SELECT FROM enforcement.filing_pause
                  WHERE not_before > :now AND not_before <= :latest)
              ORDER BY statement LIMIT :most FOR UPDATE SKIP LOCKED)
            UPDATE enforcement.submission b SET unsure = true, tries = tries + 1
            FROM due WHERE b.statement = due.statement RETURNING b.statement, due.unsure AS before
            """)
        .param("now", utc(now))
        .param("latest", utc(latest))
        .param("most", most)
        .query(row -> {
          begun.put(row.getObject("statement", UUID.class), row.getBoolean("before"));
        });
    return begun;
  }

  /**
   * One that nobody else sends until the transaction ends.
   *
   * @param maybeOurs whether its puid may be in use because of us
   */
  record Held(Submission submission, JsonNode fields, boolean maybeOurs) {
    String puid() {
      return submission.puid().value();
    }
  }

  List<Held> hold(Map<UUID, Boolean> begun) {
    return sql.sql(
            SUBMISSIONS
                + """
                WHERE b.statement = ANY (?) AND b.state = 'queued'
                ORDER BY b.statement FOR UPDATE OF b SKIP LOCKED
                """)
        .param(begun.keySet().toArray(UUID[]::new))
        .query((row, _) -> {
          Submission submission = submission(row);
          return new Held(
              submission,
              JSON.readTree(row.getString("fields")),
              Boolean.TRUE.equals(begun.get(submission.action())));
        })
        .list();
  }

  void stored(Held held, @Nullable UUID uuid, Instant now) {
    sql.sql(
            """
            UPDATE enforcement.submission SET state = 'stored', unsure = false,
              uuid = CAST(:uuid AS uuid), last_status = NULL, last_answer = NULL, changed_at = :now
            WHERE statement = :id
            """)
        .param("uuid", uuid)
        .param("now", utc(now))
        .param("id", held.submission().action())
        .update();
  }

  void refused(Held held, int status, String reasons, Instant now) {
    sql.sql(
            """
            UPDATE enforcement.submission SET state = 'refused', unsure = false, last_status = ?,
              last_answer = ?, changed_at = ?
            WHERE statement = ?
            """)
        .params(status, reasons, utc(now), held.submission().action())
        .update();
  }

  /** It was not stored by this call, and nothing is wrong with it: as before, then. */
  void notStored(Held held) {
    sql.sql("UPDATE enforcement.submission SET unsure = ? WHERE statement = ?")
        .params(held.maybeOurs(), held.submission().action())
        .update();
  }

  void putOff(Held held, @Nullable Integer status, String answer, Instant due, Instant now) {
    sql.sql(
            """
            UPDATE enforcement.submission SET due_at = :due, last_answer = :answer,
              last_status = CAST(:status AS integer), changed_at = :now
            WHERE statement = :id
            """)
        .param("due", utc(due))
        .param("status", status)
        .param("answer", answer)
        .param("now", utc(now))
        .param("id", held.submission().action())
        .update();
  }

  /** Nothing at all is filed before then. */
  void pause(Instant until) {
    sql.sql(
            """
            INSERT INTO enforcement.filing_pause (not_before) VALUES (?)
            ON CONFLICT (one) DO UPDATE SET not_before = EXCLUDED.not_before
            """)
        .param(utc(until))
        .update();
  }

  boolean queueAgain(UUID action, Instant now) {
    return sql.sql(
                """
                UPDATE enforcement.submission SET state = 'queued', due_at = :now, changed_at = :now
                WHERE statement = :id AND state IN ('queued', 'refused')
                """)
            .param("now", utc(now))
            .param("id", action)
            .update()
        == 1;
  }

  Optional<Submission> of(UUID action) {
    return sql.sql(SUBMISSIONS + "WHERE b.statement = ?")
        .param(action)
        .query((row, _) -> submission(row))
        .optional();
  }

  List<Submission> in(Submission.State state, int most) {
    return sql.sql(SUBMISSIONS + "WHERE b.state = ? ORDER BY b.statement LIMIT ?")
        .params(word(state), most)
        .query((row, _) -> submission(row))
        .list();
  }

  private static String word(Submission.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Submission submission(ResultSet row) throws SQLException {
    return new Submission(
        row.getObject("statement", UUID.class),
        new Puid(row.getString("puid")),
        Submission.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("tries"),
        row.getObject("uuid", UUID.class),
        row.getObject("last_status", Integer.class),
        row.getString("last_answer"),
        row.getTimestamp("changed_at").toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
