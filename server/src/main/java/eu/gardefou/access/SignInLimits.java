package eu.gardefou.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows guessing down: after some free attempts each failure doubles the wait, per name and address
 * together, per address, and, far more patiently so that nobody can lock somebody else out, per
 * name.
 *
 * <p>An attempt counts as failed from its beginning until it succeeds, so attempts made at the same
 * moment are not free. A clock that was set back never makes a wait longer than it was.
 */
final class SignInLimits {
  private static final Duration MEMORY = Duration.ofDays(1);

  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final Clock clock;

  SignInLimits(JdbcClient sql, TransactionOperations transactions, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is counted: after so many free failures waits double from a second up to the longest. */
  private enum Limit {
    NAME_AND_ADDRESS(5, Duration.ofMinutes(15)),
    ADDRESS(25, Duration.ofMinutes(15)),
    NAME(50, Duration.ofSeconds(30));

    private final int free;
    private final Duration longest;

    Limit(int free, Duration longest) {
      this.free = free;
      this.longest = longest;
    }

    Duration waitAfter(int failures) {
      if (failures < free) {
        return Duration.ZERO;
      }
      Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free, 20));
      return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** A digest: what people mistype is nobody's business. */
    byte[] subject(String name, String address) {
      return Token.digest(
          switch (this) {
            case NAME_AND_ADDRESS -> "both\n" + name + "\n" + address;
            case ADDRESS -> "address\n" + address;
            case NAME -> "name\n" + name;
          });
    }
  }

  /** Counts an attempt, unless one has to wait first: then for how long. */
  Optional<Duration> begin(String name, String address) {
    Instant now = clock.instant();
    Duration wait =
        transactions.execute(_ -> {
          forgetOld(now);
          Duration longest = Duration.ZERO;
          for (Limit limit : Limit.values()) {
            Duration left = left(limit, limit.subject(name, address), now);
            longest = left.compareTo(longest) > 0 ? left : longest;
          }
          if (longest.isZero()) {
            count(name, address, now);
          }
          return longest;
        });
    return Optional.ofNullable(wait).filter(Duration::isPositive);
  }

  /** Takes back what {@link #begin} counted, and forgives the name at this address. */
  void succeeded(String name, String address) {
    sql.sql("DELETE FROM access.sign_in_attempt WHERE subject = ?")
        .param(Limit.NAME_AND_ADDRESS.subject(name, address))
        .update();
    for (Limit limit : List.of(Limit.ADDRESS, Limit.NAME)) {
      sql.sql(
              """
              UPDATE access.sign_in_attempt SET failures = greatest(failures - 1, 0)
              WHERE subject = ?
              """)
          .param(limit.subject(name, address))
          .update();
    }
  }

  private record Count(int failures, Instant last) {}

  private Duration left(Limit limit, byte[] subject, Instant now) {
    sql.sql(
            """
            INSERT INTO access.sign_in_attempt (subject, failures, last_at) VALUES (?, 0, ?)
            ON CONFLICT DO NOTHING
            """)
        .params(subject, Rows.time(now))
        .update();
    Count count =
        sql.sql(
                """
                SELECT failures, last_at FROM access.sign_in_attempt WHERE subject = ? FOR UPDATE
                """)
            .param(subject)
            .query((row, _) -> new Count(row.getInt("failures"), Rows.instant(row, "last_at")))
            .single();
    Duration wait = limit.waitAfter(count.failures());
    if (count.last().isAfter(now)) {
      sql.sql("UPDATE access.sign_in_attempt SET last_at = ? WHERE subject = ?")
          .params(Rows.time(now), subject)
          .update();
      return wait;
    }
    Duration left = wait.minus(Duration.between(count.last(), now));
    return left.isPositive() ? left : Duration.ZERO;
  }

  private void count(String name, String address, Instant now) {
    for (Limit limit : Limit.values()) {
      sql.sql(
              """
              UPDATE access.sign_in_attempt SET failures = failures + 1, last_at = ?
              WHERE subject = ?
              """)
          .params(Rows.time(now), limit.subject(name, address))
          .update();
    }
  }

  private void forgetOld(Instant now) {
    OffsetDateTime old = Rows.time(now.minus(MEMORY));
    sql.sql("DELETE FROM access.sign_in_attempt WHERE last_at < ?").param(old).update();
  }
}
