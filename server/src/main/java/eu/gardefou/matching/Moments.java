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
  private Moments() {}

  static @Nullable OffsetDateTime writeAny(@Nullable Instant at) {
    return at == null ? null : write(at);
  }

  static OffsetDateTime write(Instant at) {
    return at.equals(Instant.MAX)
        ? OffsetDateTime.MAX
        : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
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
