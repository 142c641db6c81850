package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries as the database has them. */
final class EntryRow {
  /** To be followed by a condition. */
  static final String ENTRIES =
      """
      SELECT e.id, e.number, b.name AS bank, e.pdq, e.quality, e.source, e.note, e.added_at,
        e.added_by, e.first_seen, e.origin, e.origin_key, e.metadata, e.rests_until,
        e.quarantined_at, e.withdrawn_at, e.withdrawn_by,
        s.hits, s.first_at, s.last_at,
        ARRAY(SELECT g.type FROM matching.signal g WHERE g.entry = e.number ORDER BY place) AS types,
        ARRAY(SELECT g.value FROM matching.signal g WHERE g.entry = e.number ORDER BY place)
          AS signal_values
      FROM matching.entry e
      JOIN matching.bank b ON b.id = e.bank AND b.closed_at IS NULL
      LEFT JOIN matching.sighting s ON s.entry = e.number
      """;

  private static final JsonMapper JSON = JsonMapper.shared();

  private EntryRow() {}

  static BankEntry read(ResultSet row, Instant now) throws SQLException {
    String exchange = row.getString("origin");
    return new BankEntry(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("bank"),
        signals(row),
        row.getObject("quality", Integer.class),
        new Provenance(row.getString("source"), row.getString("note")),
        Moments.readAlways(row, "added_at"),
        row.getString("added_by"),
        state(row, now),
        new Sightings(
            row.getLong("hits"), Moments.read(row, "first_at"), Moments.read(row, "last_at")),
        exchange == null ? null : new Origin(exchange, row.getString("origin_key")),
        Moments.read(row, "first_seen"),
        JSON.readValue(row.getString("metadata"), Metadata.class));
  }

  static String json(Metadata metadata) {
    return JSON.writeValueAsString(metadata);
  }

  static List<Signal> signals(ResultSet row) throws SQLException {
    List<Signal> signals = new ArrayList<>();
    byte[] pdq = row.getBytes("pdq");
    if (pdq != null) {
      signals.add(Signal.of(PdqHash.fromBytes(pdq)));
    }
    String[] types = (String[]) row.getArray("types").getArray();
    String[] values = (String[]) row.getArray("signal_values").getArray();
    for (int k = 0; k < types.length; k++) {
      signals.add(Signal.of(types[k], values[k]));
    }
    return signals;
  }

  private static EntryState state(ResultSet row, Instant now) throws SQLException {
    Instant withdrawn = Moments.read(row, "withdrawn_at");
    if (withdrawn != null) {
      return new EntryState.Withdrawn(withdrawn, row.getString("withdrawn_by"));
    }
    Instant quarantined = Moments.read(row, "quarantined_at");
    if (quarantined != null) {
      return new EntryState.Quarantined(quarantined);
    }
    @Nullable Instant rests = Moments.read(row, "rests_until");
    return rests != null && rests.isAfter(now)
        ? new EntryState.Resting(rests)
        : new EntryState.Acting();
  }
}
