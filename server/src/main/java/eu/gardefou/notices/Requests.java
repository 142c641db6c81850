package eu.gardefou.notices;

import eu.gardefou.notices.NoticeProblem.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sent under an idempotency key, so that sending it again does nothing twice. */
final class Requests {
  static final Duration MEMORY = Duration.ofDays(7);

  private final JdbcClient sql;

  Requests(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * A request, by digests.
   *
   * @param digest of who sent it and under which key
   * @param body of what was sent
   */
  record Sent(String digest, String body) {
    /**
     * Anybody may choose the same key as somebody else, so for the public what was sent is part of
     * the name: only the same notice is taken for a repetition.
     */
    static Sent of(Secrets secrets, Submitter by, String key, String body) {
      String whole = by.trusted() ? "" : body;
      return new Sent(
          secrets.digest("an idempotency key", by.id() + "\n" + key + "\n" + whole),
          secrets.digest("a body", body));
    }
  }

  /**
   * The notice that was stored for it. Until the transaction ends, nobody else sends the same.
   *
   * @throws NoticeProblem when the key came with another body
   */
  Optional<UUID> earlier(Sent sent) {
    sql.sql("SELECT pg_advisory_xact_lock(?)")
        .param(Long.parseUnsignedLong(sent.digest().substring(0, 16), 16))
        .query()
        .singleRow();
    return sql.sql("SELECT body, notice FROM notices.request WHERE digest = ?")
        .param(sent.digest())
        .query((row, _) -> {
          if (!row.getString("body").equals(sent.body())) {
            throw new NoticeProblem(
                Cause.REUSED, "This Idempotency-Key was used for another notice.");
          }
          return row.getObject("notice", UUID.class);
        })
        .optional();
  }

  void remember(Sent sent, UUID notice, Instant at) {
    sql.sql("INSERT INTO notices.request (digest, body, notice, at) VALUES (?, ?, ?, ?)")
        .params(sent.digest(), sent.body(), notice, Rows.time(at))
        .update();
  }

  /** Forgets what is old, and attempts too. */
  void tidy(Instant now) {
    sql.sql("DELETE FROM notices.request WHERE at < ?")
        .param(Rows.time(now.minus(MEMORY)))
        .update();
    sql.sql("DELETE FROM notices.attempt WHERE last_at < ?")
        .param(Rows.time(now.minus(Duration.ofDays(1))))
        .update();
  }
}
