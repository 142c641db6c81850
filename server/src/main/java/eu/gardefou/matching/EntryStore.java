package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries in PostgreSQL. Whatever changes one says so in the list of events, in one statement. */
final class EntryStore {
  private static final String RECORDED =
      """
       WHERE number = :number AND withdrawn_at IS NULL RETURNING bank, number)
      INSERT INTO matching.event (at, by, bank, entry, what, detail)
      SELECT :at, :by, bank, number, :what, :detail FROM changed
      """;

  private final JdbcClient sql;
  private final Clock clock;

  EntryStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Entries of a bank with smaller numbers, latest first. */
  List<BankEntry> before(int bank, long number, int most) {
    return entries(
        "WHERE e.bank = ? AND e.number < ? ORDER BY e.number DESC LIMIT ?", bank, number, most);
  }

  Optional<BankEntry> find(int bank, UUID id) {
    return entries("WHERE e.bank = ? AND e.id = ?", bank, id).stream().findFirst();
  }

  Optional<BankEntry> find(int bank, long number) {
    return entries("WHERE e.bank = ? AND e.number = ?", bank, number).stream().findFirst();
  }

  /** Entries of open banks by their numbers. */
  Map<Long, BankEntry> find(Collection<Long> numbers) {
    Map<Long, BankEntry> found = new HashMap<>();
    entries("WHERE e.number = ANY (?)", (Object) numbers.toArray(Long[]::new))
        .forEach(entry -> found.put(entry.number(), entry));
    return found;
  }

  /** Entries that wait for a curator, those first that have waited longest. */
  List<BankEntry> quarantinedAfter(Place place, int most) {
    return entries(
        """
        WHERE e.quarantined_at IS NOT NULL AND e.withdrawn_at IS NULL
          AND (e.quarantined_at, e.number) > (?, ?)
        ORDER BY e.quarantined_at, e.number LIMIT ?
        """,
        Moments.write(Moments.ofMicros(place.at())),
        place.number(),
        most);
  }

  long countQuarantined() {
    return sql.sql(
            """
            SELECT count(*) FROM matching.entry e
            JOIN matching.bank b ON b.id = e.bank AND b.closed_at IS NULL
            WHERE e.quarantined_at IS NOT NULL AND e.withdrawn_at IS NULL
            """)
        .query(Long.class)
        .single();
  }

  private List<BankEntry> entries(String condition, Object... params) {
    Instant now = clock.instant();
    return sql.sql(EntryRow.ENTRIES + condition)
        .params(params)
        .query((row, n) -> EntryRow.read(row, now))
        .list();
  }

  /** The identifiers of entries by their numbers. */
  Map<Long, UUID> ids(Collection<Long> numbers) {
    Map<Long, UUID> ids = new HashMap<>();
    sql.sql("SELECT number, id FROM matching.entry WHERE number = ANY (?)")
        .param(numbers.toArray(Long[]::new))
        .query(row -> {
          ids.put(row.getLong("number"), row.getObject("id", UUID.class));
        });
    return ids;
  }

  /**
   * Adds an entry.
   *
   * @param pdq by which look-ups find it; null when none
   * @return its number
   */
  long insert(int bank, UUID id, NewEntry entry, @Nullable PdqHash pdq, Instant at, String by) {
    List<Signal> others =
        entry.signals().stream().filter(signal -> pdq == null || !signal.isPdq()).toList();
    return sql.sql(
            """
            WITH added AS (
              INSERT INTO matching.entry (id, bank, pdq, quality, source, note, added_at, added_by,
                first_seen, metadata)
              VALUES (:id, :bank, :pdq, :quality, :source, :note, :at, :by, :seen, :metadata::jsonb)
              RETURNING number),
            known AS (
              INSERT INTO matching.signal (entry, place, type, value)
              SELECT number, place, type, value FROM added,
                unnest(:types::text[], :values::text[]) WITH ORDINALITY AS s (type, value, place))
            SELECT number FROM added
            """)
        .param("id", id)
        .param("bank", bank)
        .param("pdq", pdq == null ? null : pdq.toBytes())
        .param("quality", entry.quality())
        .param("source", entry.provenance().source())
        .param("note", entry.provenance().note())
        .param("at", Moments.write(at))
        .param("by", by)
        .param("seen", Moments.writeAny(entry.firstSeen()))
        .param("metadata", EntryRow.json(entry.metadata()))
        .param("types", others.stream().map(signal -> signal.type().name()).toArray(String[]::new))
        .param("values", others.stream().map(Signal::value).toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /** Withdraws an entry that acts; one that was withdrawn before keeps its first fact. */
  void withdraw(long number, Instant at, String by) {
    sql.sql(
            """
            UPDATE matching.entry SET withdrawn_at = ?, withdrawn_by = ?
            WHERE number = ? AND withdrawn_at IS NULL
            """)
        .params(Moments.write(at), by, number)
        .update();
  }

  void rest(long number, @Nullable Instant until, Instant at, String by) {
    String detail = until == null ? "" : until.equals(Instant.MAX) ? "infinity" : until.toString();
    act(
        "rests_until = :value",
        number,
        Moments.writeAny(until),
        until == null ? "woken" : "rested",
        detail,
        at,
        by);
  }

  void note(long number, String note, Instant at, String by) {
    act("note = :value", number, note, "noted", note, at, by);
  }

  /**
   * Puts an entry into quarantine, unless it is there already, or a curator has released it before:
   * who has looked is not asked again.
   */
  boolean quarantine(long number, String why, Instant at, String by) {
    boolean known =
        sql.sql(
                """
                SELECT EXISTS (SELECT FROM matching.event WHERE entry = ? AND what = 'released')
                  OR EXISTS (
                    SELECT FROM matching.entry WHERE number = ? AND quarantined_at IS NOT NULL)
                """)
            .params(number, number)
            .query(Boolean.class)
            .single();
    return !known
        && act(
            "quarantined_at = COALESCE(quarantined_at, :value)",
            number,
            Moments.write(at),
            "quarantined",
            why,
            at,
            by);
  }

  void release(long number, Instant at, String by) {
    act("quarantined_at = :value", number, null, "released", "", at, by);
  }

  private boolean act(
      String change,
      long number,
      @Nullable Object value,
      String what,
      String detail,
      Instant at,
      String by) {
    int type = value instanceof String ? Types.VARCHAR : Types.TIMESTAMP_WITH_TIMEZONE;
    return sql.sql("WITH changed AS (UPDATE matching.entry SET " + change + RECORDED)
            .param("value", value, type)
            .param("number", number)
            .param("at", Moments.write(at))
            .param("by", by)
            .param("what", what)
            .param("detail", detail)
            .update()
        == 1;
  }
}
