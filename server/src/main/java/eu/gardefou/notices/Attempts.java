package eu.gardefou.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows down whoever tries often: after some free attempts each further one doubles the wait, up to
 * a longest one, so that nobody is ever shut out. After an hour without an attempt all is
 * forgotten.
 *
 * <p>An attempt counts before anything is done, in a transaction of its own, under the lock of its
 * row: attempts made at the same moment, on any node, are not free. A clock that was set back never
 * makes a wait longer than it was.
 */
final class Attempts {
  private static final Duration MEMORY = Duration.ofHours(1);

  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final Supplier<Secrets> secrets;
  private final Clock clock;

  Attempts(
      JdbcClient sql, TransactionOperations transactions, Supplier<Secrets> secrets, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What is counted. */
  enum Kind {
    /** Notices without a key, by the neighbourhood that they come from. */
    NOTICE(30, Duration.ofMinutes(5)),
    /** Codes, by the link that they are tried on. */
    CODE(5, Duration.ofMinutes(15)),
    /** Additions, by the link that they are added to. */
    ADDITION(20, Duration.ofMinutes(15)),
    /** Links and codes, by the neighbourhood that they come from. */
    OPENING(50, Duration.ofMinutes(5));

    private final int free;
    private final Duration longest;

    Kind(int free, Duration longest) {
      this.free = free;
      this.longest = longest;
    }

    Duration waitAfter(int count) {
      if (count < free) {
        return Duration.ZERO;
      }
      Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, 20));
      return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
  }

  private record Count(int count, Instant last) {}

  /**
   * Counts attempts.
   *
   * @throws TooMany when one has to wait first; then nothing is counted
   */
  void begin(Kind kind, String subject, int attempts) {
    String digest = secrets.get().digest("an attempt", kind + "\n" + subject);
    Instant now = clock.instant();
    Duration wait = transactions.execute(_ -> beginLocked(kind, digest, attempts, now));
    if (wait != null && wait.isPositive()) {
      throw new TooMany(wait);
    }
  }

  private Duration beginLocked(Kind kind, String digest, int attempts, Instant now) {
    Count count = lock(digest, now);
    Duration since = Duration.between(count.last(), now);
    int before = since.compareTo(MEMORY) > 0 ? 0 : count.count();
    Duration wait = kind.waitAfter(before);
    Duration left = since.isNegative() ? wait : wait.minus(since);
    boolean waits = left.isPositive();
    sql.sql("UPDATE notices.attempt SET count = ?, last_at = ? WHERE subject = ?")
        .param(waits ? before : before + attempts)
        .param(Rows.time(waits && !since.isNegative() ? count.last() : now))
        .param(digest)
        .update();
    return left;
  }

  private Count lock(String digest, Instant now) {
    sql.sql(
            """
            INSERT INTO notices.attempt (subject, count, last_at) VALUES (?, 0, ?)
            ON CONFLICT DO NOTHING
            """)
        .params(digest, Rows.time(now))
        .update();
    return sql.sql("SELECT count, last_at FROM notices.attempt WHERE subject = ? FOR UPDATE")
        .param(digest)
        .query((row, _) -> new Count(row.getInt("count"), Rows.instant(row, "last_at")))
        .single();
  }

  /** Forgets what was counted: the attempt was a good one. */
  void forgive(Kind kind, String subject) {
    sql.sql("DELETE FROM notices.attempt WHERE subject = ?")
        .param(secrets.get().digest("an attempt", kind + "\n" + subject))
        .update();
  }

  /** Somebody has to wait. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    TooMany(Duration wait) {
      super("Too many attempts", null, false, false);
      this.wait = wait;
    }

    /** Whole seconds, at least one. */
    long seconds() {
      return Math.max(1, wait.plusMillis(999).toSeconds());
    }
  }
}
