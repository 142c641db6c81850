package eu.gardefou.exchanges;

import eu.gardefou.exchanges.peer.Change;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each source said last of each of its entries.
 *
 * <p>Of two things said the later one holds, whatever came first; at the same time a withdrawal
 * holds. A round in which everything is told anew begins from nothing.
 */
final class Items {
  private static final Comparator<Change> OLDEST_FIRST =
      Comparator.comparing(Items::at).thenComparing(Change.Withdrawn.class::isInstance);

  private final JdbcClient sql;

  Items(JdbcClient sql) {
    this.sql = sql;
  }

  /** Remembers what was said, and returns what of it holds: at most one thing for every entry. */
  List<Change> take(String exchange, long round, List<Change> changes) {
    Map<String, Change> last = new LinkedHashMap<>();
    changes.stream()
        .sorted(OLDEST_FIRST)
        .filter(change -> !(change instanceof Change.Unread))
        .forEach(change -> last.put(change.key(), change));
    Set<String> holding = upsert(exchange, round, last.values());
    see(exchange, round, changes);
    return last.values().stream().filter(change -> holding.contains(change.key())).toList();
  }

  private Set<String> upsert(String exchange, long round, Collection<Change> changes) {
    if (changes.isEmpty()) {
      return Set.of();
    }
    List<String> keys = new ArrayList<>();
    List<Object> times = new ArrayList<>();
    List<Boolean> gone = new ArrayList<>();
    List<@Nullable String> handles = new ArrayList<>();
    for (Change change : changes) {
      keys.add(change.key());
      times.add(at(change).atOffset(ZoneOffset.UTC).toString());
      gone.add(change instanceof Change.Withdrawn);
      handles.add(change instanceof Change.Put put ? put.handle() : null);
    }
    return new HashSet<>(
        sql.sql(
                """
                INSERT INTO exchanges.item AS known (exchange, key, at, gone, round, since, handle)
                SELECT :exchange, t.key, CAST(t.at AS timestamptz), t.gone, :round, :round, t.handle
                FROM unnest(:keys, :times, :gone, :handles) AS t (key, at, gone, handle)
                ON CONFLICT (exchange, key) DO UPDATE SET
                  at = excluded.at, gone = excluded.gone, round = excluded.round,
                  since = CASE WHEN known.gone THEN excluded.since ELSE known.since END,
                  handle = excluded.handle
                WHERE known.round < excluded.round
                  OR (known.at, known.gone) <= (excluded.at, excluded.gone)
                RETURNING key
                """)
            .param("exchange", exchange)
            .param("round", round)
            .param("keys", keys.toArray(String[]::new))
            .param("times", times.toArray(String[]::new))
            .param("gone", gone.toArray(Boolean[]::new))
            .param("handles", handles.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** What cannot be read is there all the same. */
  private void see(String exchange, long round, List<Change> changes) {
    String[] unread =
        changes.stream()
            .filter(Change.Unread.class::isInstance)
            .map(Change::key)
            .toArray(String[]::new);
    if (unread.length > 0) {
      sql.sql(
              """
              UPDATE exchanges.item SET round = ?
              WHERE exchange = ? AND key = ANY (?) AND NOT gone AND round < ?
              """)
          .params(round, exchange, unread, round)
          .update();
    }
  }

  private static Instant at(Change change) {
    return switch (change) {
      case Change.Put put -> put.at();
      case Change.Withdrawn withdrawn -> withdrawn.at();
      case Change.Unread _ -> Instant.EPOCH;
    };
  }

  /** How many entries there were before this round, and are not known to be gone. */
  long before(String exchange, long round) {
    return sql.sql(
            "SELECT count(*) FROM exchanges.item WHERE exchange = ? AND NOT gone AND since < ?")
        .params(exchange, round)
        .query(Long.class)
        .single();
  }

  /** How many entries were not told in this round. */
  long absent(String exchange, long round) {
    return sql.sql(
            "SELECT count(*) FROM exchanges.item WHERE exchange = ? AND NOT gone AND round < ?")
        .params(exchange, round)
        .query(Long.class)
        .single();
  }

  /** Notes some of them as gone, and returns their names. */
  List<String> removeAbsent(String exchange, long round, int most) {
    return sql.sql(
            """
            UPDATE exchanges.item SET gone = true WHERE exchange = :exchange AND key = ANY (
              SELECT key FROM exchanges.item
              WHERE exchange = :exchange AND NOT gone AND round < :round LIMIT :most)
            RETURNING key
            """)
        .param("exchange", exchange)
        .param("round", round)
        .param("most", most)
        .query((row, n) -> row.getString("key"))
        .list();
  }

  /** What the source wants to hear to take an opinion; empty when nothing. */
  String handle(String exchange, String key) {
    return sql.sql("SELECT COALESCE(handle, '') FROM exchanges.item WHERE exchange = ? AND key = ?")
        .params(exchange, key)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
