package eu.gardefou.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows hold times and words. */
final class Rows {
  private Rows() {}

  /** As exact as the database keeps it; {@link Instant#MAX} is infinity. */
  static OffsetDateTime time(Instant at) {
    return at.equals(Instant.MAX)
        ? OffsetDateTime.MAX
        : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    if (time == null) {
      return null;
    }
    return time.equals(OffsetDateTime.MAX) ? Instant.MAX : time.toInstant();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    Instant at = instantOrNull(row, column);
    if (at == null) {
      throw new SQLException("the column " + column + " has no value");
    }
    return at;
  }

  static <E extends Enum<E>> @Nullable E wordOrNull(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String word = row.getString(column);
    return word == null ? null : Enum.valueOf(type, word);
  }

  static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    return Enum.valueOf(type, row.getString(column));
  }

  static List<String> words(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
