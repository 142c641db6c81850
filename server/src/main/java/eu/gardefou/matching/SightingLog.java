package eu.gardefou.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts how often entries are found. Counts are gathered in memory and written together now and
 * then, and when the program stops: a look-up never waits for them. Safe for many threads.
 */
final class SightingLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SightingLog.class);

  private final JdbcClient sql;
  private final Clock clock;
  private Map<Long, Count> counts = new HashMap<>();

  SightingLog(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  private record Count(long hits, Instant first, Instant last) {
    /** In any order: what could not be written comes back after what was seen since. */
    Count and(Count other) {
      return new Count(
          hits + other.hits,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  void saw(long entry) {
    Instant now = clock.instant();
    add(entry, new Count(1, now, now));
  }

  private synchronized void add(long entry, Count count) {
    counts.merge(entry, count, Count::and);
  }

  /** Writes what was gathered; what cannot be written is kept for the next time. */
  void write() {
    Map<Long, Count> gathered = take();
    if (gathered.isEmpty()) {
      return;
    }
    try {
      write(gathered);
    } catch (RuntimeException failure) {
      log.warn("how often entries were found cannot be written; it is tried again", failure);
      gathered.forEach(this::add);
    }
  }

  private synchronized Map<Long, Count> take() {
    Map<Long, Count> gathered = counts;
    counts = new HashMap<>();
    return gathered;
  }

  private void write(Map<Long, Count> gathered) {
    // In one order on every node, so that no two wait for each other.
    List<Long> entries = new ArrayList<>(gathered.keySet());
    entries.sort(null);
    List<Count> in = entries.stream().map(gathered::get).toList();
    sql.sql(
            """
            INSERT INTO matching.sighting AS s (entry, hits, first_at, last_at)
            SELECT entry, hits, first_at::timestamptz, last_at::timestamptz
            FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[])
              AS c (entry, hits, first_at, last_at)
            WHERE EXISTS (SELECT FROM matching.entry e WHERE e.number = c.entry)
            ON CONFLICT (entry) DO UPDATE SET hits = s.hits + excluded.hits,
              first_at = least(s.first_at, excluded.first_at),
              last_at = greatest(s.last_at, excluded.last_at)
            """)
        .params(
            entries.toArray(Long[]::new),
            in.stream().map(Count::hits).toArray(Long[]::new),
            in.stream().map(count -> count.first().toString()).toArray(String[]::new),
            in.stream().map(count -> count.last().toString()).toArray(String[]::new))
        .update();
  }

  @Override
  public void close() {
    write();
  }
}
