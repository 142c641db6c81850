package eu.gardefou.matching;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up values that are the same or not; the database has an index for that. */
final class ExactStore {
  private final JdbcClient sql;

  ExactStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** An entry that is not withdrawn and has one of the values. */
  record Same(int bank, long number, SetAside aside) {}

  List<Same> find(List<Signal> signals) {
    return sql.sql(
            """
            SELECT DISTINCT e.bank, e.number, e.rests_until,
              e.quarantined_at IS NOT NULL AS quarantined
            FROM unnest(?::text[], ?::text[]) AS a (type, value)
            JOIN matching.signal g
              ON g.value = a.value AND g.type = a.type AND length(g.value) <= 256
            JOIN matching.entry e ON e.number = g.entry AND e.withdrawn_at IS NULL
            """)
        .params(
            signals.stream().map(signal -> signal.type().name()).toArray(String[]::new),
            signals.stream().map(Signal::value).toArray(String[]::new))
        .query((row, n) -> {
          Instant until = Moments.read(row, "rests_until");
          boolean quarantined = row.getBoolean("quarantined");
          return new Same(
              row.getInt("bank"), row.getLong("number"), SetAside.of(until, quarantined));
        })
        .list();
  }

  /** As the database keeps it, in open banks: nothing is counted here. */
  long count(SignalType type) {
    return sql.sql(
            """
            SELECT COALESCE(sum(t.number), 0)::bigint FROM matching.signal_tally t
            JOIN matching.bank b ON b.id = t.bank AND b.closed_at IS NULL
            WHERE t.type = ?
            """)
        .param(type.name())
        .query(Long.class)
        .single();
  }
}
