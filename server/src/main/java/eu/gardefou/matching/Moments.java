package eu.gardefou.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as the database keeps them: microseconds, in UTC; {@link Instant#MAX} is infinity. */
final class Moments {
  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  private Moments() {}

  /**
   * Refuses what nobody means and the database does not keep.
   *
   * @throws BankProblem with one sentence
   */
  static void check(@Nullable Instant at) {
    if (at != null
        && !at.equals(Instant.MAX)
        && (at.isBefore(Instant.EPOCH) || !at.isBefore(LATEST))) {
      throw new BankProblem(
          BankProblem.Cause.INVALID, "A time is in the years 1970 to 9999, or further notice.");
    }
  }

  static @Nullable OffsetDateTime writeAny(@Nullable Instant at) {
    return at == null ? null : write(at);
  }

  static OffsetDateTime write(Instant at) {
    return at.equals(Instant.MAX)
        ? OffsetDateTime.MAX
        : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** Since when an entry is in quarantine, in microseconds of Unix time; 0 when it is not. */
  static long waitingSince(BankEntry entry) {
    return entry.state() instanceof EntryState.Quarantined waiting
        ? ChronoUnit.MICROS.between(Instant.EPOCH, waiting.since())
        : 0;
  }

  static Instant ofMicros(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static @Nullable Instant read(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    if (at == null) {
      return null;
    }
    return at.equals(OffsetDateTime.MAX) ? Instant.MAX : at.toInstant();
  }

  /** For columns that always have a value. */
  static Instant readAlways(ResultSet row, String column) throws SQLException {
    Instant at = read(row, column);
    if (at == null) {
      throw new SQLException("the column " + column + " has no value");
    }
    return at;
  }
}
