package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What exchanges told, in PostgreSQL; a page of changes is a few statements. */
final class IntakeStore {
  private static final String UNTOLD =
      """
      bank = :bank AND origin = :origin AND withdrawn_at IS NULL
        AND NOT EXISTS (
          SELECT FROM matching.round r
          WHERE r.bank = :bank AND r.origin = :origin AND r.round = :round
            AND r.key = entry.origin_key)
      """;

  private final JdbcClient sql;

  IntakeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Entries that act, or that somebody else has withdrawn, by what the exchange calls them. */
  Map<String, Incoming.Known> known(int bank, String exchange, Collection<String> keys, String by) {
    Map<String, Incoming.Known> known = new HashMap<>();
    sql.sql(
            """
            SELECT DISTINCT ON (origin_key) number, origin_key, pdq,
              withdrawn_at IS NOT NULL AS dismissed,
              ARRAY(SELECT type FROM matching.signal WHERE entry = number ORDER BY place) AS types,
              ARRAY(SELECT value FROM matching.signal WHERE entry = number ORDER BY place)
                AS signal_values
            FROM matching.entry
            WHERE bank = ? AND origin = ? AND origin_key = ANY (?)
              AND (withdrawn_at IS NULL OR withdrawn_by <> ?)
            ORDER BY origin_key, number DESC
            """)
        .params(bank, exchange, keys.toArray(String[]::new), by)
        .query(row -> {
          known.put(
              row.getString("origin_key"),
              new Incoming.Known(
                  row.getLong("number"), EntryRow.signals(row), row.getBoolean("dismissed")));
        });
    return known;
  }

  void withdraw(List<Long> numbers, Instant at, String by) {
    if (numbers.isEmpty()) {
      return;
    }
    sql.sql(
            """
            UPDATE matching.entry SET withdrawn_at = ?, withdrawn_by = ?
            WHERE number = ANY (?) AND withdrawn_at IS NULL
            """)
        .params(Moments.write(at), by, numbers.toArray(Long[]::new))
        .update();
  }

  void insert(
      int bank,
      String exchange,
      Map<String, Intake.Arrival> entries,
      EntryIds ids,
      Instant at,
      String by) {
    if (entries.isEmpty()) {
      return;
    }
    Columns columns = new Columns();
    entries.forEach((key, entry) -> columns.add(ids.next(), key, entry));
    sql.sql(
            """
            WITH added AS (
              INSERT INTO matching.entry (id, bank, pdq, quality, source, note, added_at, added_by,
                first_seen, metadata, origin, origin_key, rests_until, quarantined_at)
              SELECT e.id, :bank, decode(e.pdq, 'hex'), e.quality, e.source, e.note, :at, :by,
                e.seen::timestamptz, e.metadata::jsonb, :origin, e.key,
                b.rests_until, b.quarantined_at
              FROM unnest(:ids::uuid[], :pdqs::text[], :qualities::smallint[], :sources::text[],
                :notes::text[], :seen::text[], :metadata::text[], :keys::text[],
                :instead::bigint[])
                AS e (id, pdq, quality, source, note, seen, metadata, key, instead)
              LEFT JOIN matching.entry b ON b.number = e.instead
              RETURNING number, id)
            INSERT INTO matching.signal (entry, place, type, value)
            SELECT a.number, s.place, s.type, s.value
            FROM unnest(:of::uuid[], :places::smallint[], :types::text[], :values::text[])
              AS s (of, place, type, value)
            JOIN added a ON a.id = s.of
            """)
        .param("bank", bank)
        .param("at", Moments.write(at))
        .param("by", by)
        .param("origin", exchange)
        .params(columns.arrays())
        .update();
  }

  void remember(int bank, String exchange, long round, List<String> keys) {
    sql.sql(
            """
            INSERT INTO matching.round (bank, origin, round, key)
            SELECT ?, ?, ?, key FROM unnest(?::text[]) AS k (key) ON CONFLICT DO NOTHING
            """)
        .params(bank, exchange, round, keys.toArray(String[]::new))
        .update();
  }

  long withdrawUntold(int bank, String exchange, long round, Instant at, String by) {
    return sql.sql(
            "UPDATE matching.entry SET withdrawn_at = :at, withdrawn_by = :by WHERE number IN ("
                + "SELECT number FROM matching.entry WHERE "
                + UNTOLD
                + " LIMIT 1000)")
        .param("bank", bank)
        .param("origin", exchange)
        .param("round", round)
        .param("at", Moments.write(at))
        .param("by", by)
        .update();
  }

  long untold(int bank, String exchange, long round) {
    return sql.sql("SELECT count(*) FROM matching.entry WHERE " + UNTOLD)
        .param("bank", bank)
        .param("origin", exchange)
        .param("round", round)
        .query(Long.class)
        .single();
  }

  long count(int bank, String exchange) {
    return sql.sql(
            """
            SELECT count(*) FROM matching.entry
            WHERE bank = ? AND origin = ? AND withdrawn_at IS NULL
            """)
        .params(bank, exchange)
        .query(Long.class)
        .single();
  }

  void forgetRounds(int bank, String exchange) {
    sql.sql("DELETE FROM matching.round WHERE bank = ? AND origin = ?")
        .params(bank, exchange)
        .update();
  }

  /** Entries and their signals, turned into arrays for one statement. */
  private static final class Columns {
    private final List<UUID> ids = new ArrayList<>();
    private final List<@Nullable String> pdqs = new ArrayList<>();
    private final List<@Nullable Integer> qualities = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<@Nullable String> seen = new ArrayList<>();
    private final List<String> metadata = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<@Nullable Long> instead = new ArrayList<>();
    private final List<UUID> of = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    void add(UUID id, String key, Intake.Arrival arrival) {
      NewEntry entry = arrival.entry();
      instead.add(arrival.instead());
      ids.add(id);
      keys.add(key);
      String pdq = entry.tellingPdq().map(PdqHash::toString).orElse(null);
      pdqs.add(pdq);
      qualities.add(entry.quality());
      sources.add(entry.provenance().source());
      notes.add(entry.provenance().note());
      Instant first = entry.firstSeen();
      seen.add(first == null ? null : first.toString());
      metadata.add(EntryRow.json(entry.metadata()));
      int place = 1;
      for (Signal signal : entry.signals()) {
        if (pdq == null || !signal.isPdq()) {
          add(id, place++, signal);
        }
      }
    }

    private void add(UUID id, int place, Signal signal) {
      of.add(id);
      places.add(place);
      types.add(signal.type().name());
      values.add(signal.value());
    }

    Map<String, Object> arrays() {
      Map<String, Object> arrays = new HashMap<>();
      arrays.put("ids", ids.toArray(UUID[]::new));
      arrays.put("pdqs", pdqs.toArray(String[]::new));
      arrays.put("qualities", qualities.toArray(Integer[]::new));
      arrays.put("sources", sources.toArray(String[]::new));
      arrays.put("notes", notes.toArray(String[]::new));
      arrays.put("seen", seen.toArray(String[]::new));
      arrays.put("metadata", metadata.toArray(String[]::new));
      arrays.put("keys", keys.toArray(String[]::new));
      arrays.put("instead", instead.toArray(Long[]::new));
      arrays.put("of", of.toArray(UUID[]::new));
      arrays.put("places", places.toArray(Integer[]::new));
      arrays.put("types", types.toArray(String[]::new));
      arrays.put("values", values.toArray(String[]::new));
      return arrays;
    }
  }
}
