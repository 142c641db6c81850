package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the index as fresh as the database, whoever changed it: this node, another one, or a person
 * at a database prompt.
 *
 * <p>Every look-up asks the database for its revision, and those who ask together share the
 * question. When it is another one, the entries that changed since are read first. So an entry acts
 * from the moment its transaction is committed, and a database that does not answer is an
 * exception, never an old answer. Safe for many threads; one thread of its own reads.
 */
final class LiveIndex {
  private static final int PAGE = 20_000;
  private static final int IDLE_SECONDS = 10;

  private final JdbcClient sql;
  private final Executor background;
  private final History history;
  private final BankStore banks;
  private final OneMoment moment = new OneMoment();
  private final Rounds<Index> rounds;
  private volatile Index index = Index.empty();

  LiveIndex(JdbcClient sql, Executor background) {
    this.sql = sql;
    this.history = new History(sql);
    this.banks = new BankStore(sql);
    this.background = background;
    this.rounds = new Rounds<>(reader(), this::refreshed);
  }

  private static Executor reader() {
    var reader =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("matching-reader").factory());
    reader.allowCoreThreadTimeOut(true);
    return reader;
  }

  /** An index that has everything that was committed before this call. */
  Index current() {
    return rounds.ask();
  }

  /**
   * What a search in {@link #current} finds, all of it at one moment.
   *
   * @param search without any effect: it may be done twice
   */
  <T> T search(Function<Index, T> search) {
    Index _ = rounds.ask();
    return moment.read(() -> search.apply(index));
  }

  /** What is known without asking. */
  Index known() {
    return index;
  }

  /** The same, when no change is in the middle of being made. */
  Index settled() {
    return moment.read(() -> index);
  }

  /** Takes an earlier index to begin with. Before the first look-up. */
  void beginWith(Index earlier) {
    index = earlier;
  }

  private Index refreshed() {
    Index.Revision now = history.now();
    Index known = index;
    // Files have the entries, and not what is said of the banks.
    if (!now.equals(known.revision()) || known.banks().isEmpty()) {
      known = refreshed(known, now);
    }
    return known;
  }

  private Index refreshed(Index known, Index.Revision now) {
    // Both, since a database that was restored may know where this began and not what it has.
    boolean ours = history.knows(known.revision()) && history.knows(known.until());
    Index base = ours ? known : Index.empty();
    Changes changes = new Changes(base, now.number(), background);
    boolean searched = !base.banks().isEmpty();
    Index.Revision before = base.revision();
    long changed = before == null ? -1 : before.number();
    long number = Long.MAX_VALUE;
    List<Changes.Entry> page;
    do {
      page = page(changed, number);
      page.forEach(changes::take);
      if (!searched) {
        // Nobody sees the middle, and millions need not wait together.
        changes.make();
      }
      if (!page.isEmpty()) {
        changed = page.getLast().changed();
        number = page.getLast().number();
      }
    } while (page.size() == PAGE);
    // Read last, so that the bank of every entry is there; a bank's change is a revision too.
    Index fresh = changes.until(now, history.now(), banks.settings());
    if (changes.areMade()) {
      // Nothing changes in place: whoever searches has the old index or the new one.
      index = fresh;
    } else {
      moment.change(() -> {
        changes.make();
        index = fresh;
      });
    }
    return fresh;
  }

  /**
   * Some of what changed, in that order. An entry that changes while pages are read comes once more
   * in a later one: were it left for the next time, an entry that acted all the while might be
   * missing until then.
   */
  private List<Changes.Entry> page(long changed, long number) {
    return sql.sql(
            """
            SELECT number, bank, pdq, withdrawn_at IS NULL AS acting, rests_until,
              quarantined_at IS NOT NULL AS quarantined, changed
            FROM matching.entry
            WHERE (changed, number) > (?, ?)
            ORDER BY changed, number LIMIT ?
            """)
        .params(changed, number, PAGE)
        .query((row, n) -> entry(row))
        .list();
  }

  private static Changes.Entry entry(ResultSet row) throws SQLException {
    byte[] pdq = row.getBytes("pdq");
    return new Changes.Entry(
        row.getLong("number"),
        row.getInt("bank"),
        pdq == null ? null : PdqHash.fromBytes(pdq),
        row.getBoolean("acting"),
        setAside(Moments.read(row, "rests_until"), row.getBoolean("quarantined")),
        row.getLong("changed"));
  }

  private static @Nullable SetAside setAside(@Nullable Instant until, boolean quarantined) {
    return until == null && !quarantined ? null : SetAside.of(until, quarantined);
  }
}
