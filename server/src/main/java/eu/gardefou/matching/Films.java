package eu.gardefou.matching;

import static java.util.Objects.requireNonNull;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.video.VpdqJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The banks' videos in memory, frame by frame; as fresh as the database at every look-up. They are
 * read when somebody first asks for a video. Safe for many threads.
 */
final class Films {
  private static final int PAGE = 50;

  private final JdbcClient sql;
  private final History history;
  private final Executor background;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile State state = new State(null, Map.of());

  Films(JdbcClient sql, Executor background) {
    this.sql = sql;
    this.history = new History(sql);
    this.background = background;
  }

  private record State(Index.@Nullable Revision revision, Map<Integer, FilmShelf> shelves) {}

  private record Row(
      long number, int bank, String vpdq, boolean acting, SetAside aside, long changed) {}

  /** The films of each bank, with everything that was committed before this call. */
  Map<Integer, FilmShelf> current() {
    Index.Revision now = history.now();
    State known = state;
    return now.equals(known.revision()) ? known.shelves() : refreshed(now).shelves();
  }

  private State refreshed(Index.Revision now) {
    reading.lock();
    try {
      State known = state;
      if (!now.equals(known.revision())) {
        known = upTo(now, history.knows(known.revision()) ? known : new State(null, Map.of()));
        state = known;
      }
      return known;
    } finally {
      reading.unlock();
    }
  }

  private State upTo(Index.Revision now, State base) {
    Map<Integer, FilmShelf> shelves = new HashMap<>(base.shelves());
    List<Row> gone = new ArrayList<>();
    Index.Revision before = base.revision();
    long changed = before == null ? -1 : before.number();
    long number = Long.MAX_VALUE;
    List<Row> page;
    do {
      page = page(changed, number, now.number());
      for (Row row : page) {
        FilmShelf shelf = shelves.computeIfAbsent(row.bank(), _ -> new FilmShelf(background));
        if (row.acting()) {
          shelf.put(row.number(), hashes(row.vpdq()), row.aside());
        } else {
          gone.add(row);
        }
        changed = row.changed();
        number = row.number();
      }
    } while (page.size() == PAGE);
    // Last, so that somebody who searches meanwhile finds what replaces them.
    gone.forEach(row -> requireNonNull(shelves.get(row.bank())).remove(row.number()));
    return new State(now, Map.copyOf(shelves));
  }

  private static List<PdqHash> hashes(String vpdq) {
    return VpdqJson.read(vpdq).hashes(PdqFingerprint.USABLE_QUALITY);
  }

  private List<Row> page(long changed, long number, long revision) {
    return sql.sql(
            """
            SELECT e.number, e.bank, g.value, e.withdrawn_at IS NULL AS acting,
              e.rests_until, e.quarantined_at IS NOT NULL AS quarantined, e.changed
            FROM matching.signal g JOIN matching.entry e ON e.number = g.entry
            WHERE g.type = 'vpdq' AND (e.changed, e.number) > (?, ?) AND e.changed <= ?
            ORDER BY e.changed, e.number LIMIT ?
            """)
        .params(changed, number, revision, PAGE)
        .query((row, n) ->
            new Row(
                row.getLong("number"),
                row.getInt("bank"),
                row.getString("value"),
                row.getBoolean("acting"),
                SetAside.of(Moments.read(row, "rests_until"), row.getBoolean("quarantined")),
                row.getLong("changed")))
        .list();
  }
}
