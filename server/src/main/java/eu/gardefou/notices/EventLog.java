package eu.gardefou.notices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happened to notices, only ever added to. Each event's hash covers the event and the hash
 * before it, so that a gap or a change shows. Whoever adds holds the notice's row lock.
 */
final class EventLog {
  private final JdbcClient sql;

  EventLog(JdbcClient sql) {
    this.sql = sql;
  }

  private record Last(int number, String hash) {}

  void add(UUID notice, Instant at, String actor, Event.Kind kind, State state, String reason) {
    Last last = last(notice);
    Instant kept = at.truncatedTo(ChronoUnit.MICROS);
    Event event = new Event(last.number() + 1, kept, actor, kind, state, reason);
    sql.sql(
            """
            INSERT INTO notices.event (notice, number, at, actor, kind, state, reason, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            notice,
            event.number(),
            Rows.time(kept),
            actor,
            kind.name(),
            state.name(),
            reason,
            hash(last.hash(), notice, event))
        .update();
  }

  List<Event> of(UUID notice) {
    return sql.sql("SELECT * FROM notices.event WHERE notice = ? ORDER BY number")
        .param(notice)
        .query((row, _) -> event(row))
        .list();
  }

  /** The first event whose hash does not follow from those before it; empty when all do. */
  Optional<Integer> firstBroken(UUID notice) {
    String before = "";
    int expected = 1;
    for (Hashed hashed :
        sql.sql("SELECT * FROM notices.event WHERE notice = ? ORDER BY number")
            .param(notice)
            .query((row, _) -> new Hashed(event(row), row.getString("hash")))
            .list()) {
      String hash = hash(before, notice, hashed.event());
      if (hashed.event().number() != expected || !hash.equals(hashed.hash())) {
        return Optional.of(expected);
      }
      before = hash;
      expected++;
    }
    return Optional.empty();
  }

  private record Hashed(Event event, String hash) {}

  private Last last(UUID notice) {
    return sql.sql(
            """
            SELECT number, hash FROM notices.event WHERE notice = ? ORDER BY number DESC LIMIT 1
            """)
        .param(notice)
        .query((row, _) -> new Last(row.getInt("number"), row.getString("hash")))
        .optional()
        .orElse(new Last(0, ""));
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getInt("number"),
        Rows.instant(row, "at"),
        row.getString("actor"),
        Rows.word(row, "kind", Event.Kind.class),
        Rows.word(row, "state", State.class),
        row.getString("reason"));
  }

  /** Each part with its length before it, so that no two events are written alike. */
  private static String hash(String before, UUID notice, Event event) {
    MessageDigest digest = sha256();
    for (String part :
        List.of(
            before,
            notice.toString(),
            Integer.toString(event.number()),
            event.at().toString(),
            event.actor(),
            event.kind().name(),
            event.state().name(),
            event.reason())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
