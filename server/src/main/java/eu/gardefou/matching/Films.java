package eu.gardefou.matching;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.video.VpdqJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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
  private final OneMoment moment = new OneMoment();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile State state = State.EMPTY;

  Films(JdbcClient sql, Executor background) {
    this.sql = sql;
    this.history = new History(sql);
    this.background = background;
  }

  /** As an {@link Index}, of films. */
  private record State(
      Index.@Nullable Revision revision,
      Index.@Nullable Revision until,
      Map<Integer, FilmShelf> shelves) {
    static final State EMPTY = new State(null, null, Map.of());
  }

  private record Row(
      long number, int bank, String vpdq, boolean acting, SetAside aside, long changed) {}

  /**
   * What a search finds in the films of each bank, with everything that was committed before this
   * call, all of it at one moment.
   *
   * @param search without any effect: it may be done twice
   */
  <T> T search(Function<Map<Integer, FilmShelf>, T> search) {
    Index.Revision now = history.now();
    if (!now.equals(state.revision())) {
      refresh(now);
    }
    return moment.read(() -> search.apply(state.shelves()));
  }

  private void refresh(Index.Revision now) {
    reading.lock();
    try {
      State known = state;
      if (!now.equals(known.revision())) {
        boolean ours = history.knows(known.revision()) && history.knows(known.until());
        refresh(now, ours ? known : State.EMPTY);
      }
    } finally {
      reading.unlock();
    }
  }

  /**
   * Reads what changed, in that order; what changes meanwhile comes once more in a later page. All
   * of it is then made in place together, so that nobody finds a film and what replaces it, or
   * neither.
   */
  private void refresh(Index.Revision now, State base) {
    Map<Integer, FilmShelf> shelves = new HashMap<>(base.shelves());
    List<Runnable> waiting = new ArrayList<>();
    Index.Revision before = base.revision();
    long changed = before == null ? -1 : before.number();
    long number = Long.MAX_VALUE;
    List<Row> page;
    do {
      page = page(changed, number);
      for (Row row : page) {
        Runnable change = change(row, shelves);
        if (base.shelves().containsKey(row.bank())) {
          waiting.add(change);
        } else {
          change.run();
        }
        changed = row.changed();
        number = row.number();
      }
    } while (page.size() == PAGE);
    State fresh = new State(now, history.now(), Map.copyOf(shelves));
    if (waiting.isEmpty()) {
      // Nothing changes in place: whoever searches has the old shelves or the new ones.
      state = fresh;
    } else {
      moment.change(() -> {
        waiting.forEach(Runnable::run);
        state = fresh;
      });
    }
  }

  private Runnable change(Row row, Map<Integer, FilmShelf> shelves) {
    FilmShelf shelf = shelves.computeIfAbsent(row.bank(), _ -> new FilmShelf(background));
    if (!row.acting()) {
      return () -> shelf.remove(row.number());
    }
    List<PdqHash> hashes = hashes(row.vpdq());
    return () -> shelf.put(row.number(), hashes, row.aside());
  }

  private static List<PdqHash> hashes(String vpdq) {
    return VpdqJson.read(vpdq).hashes(PdqFingerprint.USABLE_QUALITY);
  }

  private List<Row> page(long changed, long number) {
    return sql.sql(
            """
            SELECT e.number, e.bank, g.value, e.withdrawn_at IS NULL AS acting,
              e.rests_until, e.quarantined_at IS NOT NULL AS quarantined, e.changed
            FROM matching.signal g JOIN matching.entry e ON e.number = g.entry
            WHERE g.type = 'vpdq' AND (e.changed, e.number) > (?, ?)
            ORDER BY e.changed, e.number LIMIT ?
            """)
        .params(changed, number, PAGE)
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
