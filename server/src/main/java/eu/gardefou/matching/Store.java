package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Banks and entries in PostgreSQL. */
final class Store {
  private static final String COLUMNS =
      """
      SELECT id, bank, pdq, quality, source, note, added_at, added_by, withdrawn_at, withdrawn_by
      FROM matching.entry
      """;

  private final JdbcClient sql;

  Store(JdbcClient sql) {
    this.sql = sql;
  }

  List<Bank> banks() {
    return sql.sql(
            """
            SELECT b.name, b.purpose, b.radius,
              count(e.id) FILTER (WHERE e.withdrawn_at IS NULL) AS active,
              count(e.withdrawn_at) AS withdrawn
            FROM matching.bank b LEFT JOIN matching.entry e ON e.bank = b.name
            GROUP BY b.name ORDER BY b.name
            """)
        .query((row, n) ->
            new Bank(
                row.getString("name"),
                row.getString("purpose"),
                row.getInt("radius"),
                row.getLong("active"),
                row.getLong("withdrawn")))
        .list();
  }

  boolean hasBank(String name) {
    return sql.sql("SELECT EXISTS (SELECT FROM matching.bank WHERE name = ?)")
        .param(name)
        .query(Boolean.class)
        .single();
  }

  long count(String bank) {
    return sql.sql("SELECT count(*) FROM matching.entry WHERE bank = ?")
        .param(bank)
        .query(Long.class)
        .single();
  }

  List<BankEntry> page(String bank, int page) {
    return sql.sql(COLUMNS + "WHERE bank = ? ORDER BY added_at DESC, id DESC LIMIT ? OFFSET ?")
        .params(bank, EntryPage.SIZE, (long) page * EntryPage.SIZE)
        .query((row, n) -> entry(row))
        .list();
  }

  Optional<BankEntry> find(UUID id) {
    return sql.sql(COLUMNS + "WHERE id = ?").param(id).query((row, n) -> entry(row)).optional();
  }

  /** The identifiers of entries by their numbers. */
  Map<Long, UUID> ids(List<Long> numbers) {
    Map<Long, UUID> ids = new HashMap<>();
    sql.sql("SELECT number, id FROM matching.entry WHERE number = ANY (?)")
        .param(numbers.toArray(Long[]::new))
        .query(row -> {
          ids.put(row.getLong("number"), row.getObject("id", UUID.class));
        });
    return ids;
  }

  void insert(BankEntry entry) {
    sql.sql(
            """
            INSERT INTO matching.entry (id, bank, pdq, quality, source, note, added_at, added_by)
            VALUES (:id, :bank, :pdq, :quality, :source, :note, :at, :by)
            """)
        .param("id", entry.id())
        .param("bank", entry.bank())
        .param("pdq", entry.hash().toBytes())
        .param("quality", entry.quality())
        .param("source", entry.source())
        .param("note", entry.note())
        .param("at", utc(entry.addedAt()))
        .param("by", entry.addedBy())
        .update();
  }

  /** Withdraws an entry that acts; one that was withdrawn before keeps its first fact. */
  void withdraw(UUID id, Instant at, String by) {
    sql.sql(
            """
            UPDATE matching.entry SET withdrawn_at = ?, withdrawn_by = ?
            WHERE id = ? AND withdrawn_at IS NULL
            """)
        .params(utc(at), by, id)
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static BankEntry entry(ResultSet row) throws SQLException {
    return new BankEntry(
        row.getObject("id", UUID.class),
        row.getString("bank"),
        PdqHash.fromBytes(row.getBytes("pdq")),
        row.getObject("quality", Integer.class),
        row.getString("source"),
        row.getString("note"),
        row.getTimestamp("added_at").toInstant(),
        row.getString("added_by"),
        instant(row.getTimestamp("withdrawn_at")),
        row.getString("withdrawn_by"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp stamp) {
    return stamp == null ? null : stamp.toInstant();
  }
}
