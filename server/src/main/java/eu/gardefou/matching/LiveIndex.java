package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the index as fresh as the database, whoever changed it: this node, another one, or a person
 * at a database prompt.
 *
 * <p>Every look-up asks the database for its revision, one number that those who ask together
 * share. When it grew, the entries that changed since are read. So an entry acts from the moment
 * its transaction is committed, and a database that does not answer is an exception, never an old
 * answer. Safe for many threads.
 */
final class LiveIndex {
  private static final int PAGE = 20_000;

  private final JdbcClient sql;
  private final Executor background;
  private final Revision revision;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile Index index = Index.EMPTY;

  LiveIndex(JdbcClient sql, Executor background) {
    this.sql = sql;
    this.background = background;
    this.revision = new Revision(this::revision);
  }

  /** An index that has everything that was committed before this call. */
  Index current() {
    Index known = index;
    long now = revision.now();
    return known.revision() == now ? known : refreshed(now);
  }

  /** What is known without asking. */
  Index known() {
    return index;
  }

  /** Begins with an index of an earlier time, unless its latest entry is not in the database. */
  void beginWith(Index earlier) {
    lock();
    try {
      Index.Latest latest = earlier.latest();
      if (index.revision() < 0 && latest != null && isKnown(latest)) {
        index = new Index(earlier.revision(), latest, earlier.hashes(), radii());
      }
    } finally {
      refreshing.unlock();
    }
  }

  private boolean isKnown(Index.Latest latest) {
    return sql.sql("SELECT EXISTS (SELECT FROM matching.entry WHERE id = ? AND changed = ?)")
        .params(latest.entry(), latest.changed())
        .query(Boolean.class)
        .single();
  }

  private long revision() {
    return sql.sql("SELECT number FROM matching.revision").query(Long.class).single();
  }

  private Index refreshed(long asked) {
    lock();
    try {
      Index known = index;
      if (known.revision() < asked) {
        known = upTo(asked, known);
      } else if (known.revision() > asked && known.revision() > revision()) {
        // A revision that shrank is a database that was restored: what is known is worth nothing.
        known = upTo(revision(), Index.EMPTY);
      }
      index = known;
      return known;
    } finally {
      refreshing.unlock();
    }
  }

  /**
   * Reads what changed, page by page. An entry that changes while this goes on has a later revision
   * then, and belongs to the next time.
   */
  private Index upTo(long revision, Index base) {
    Changes changes = new Changes(base, background);
    long changed = base.revision();
    long number = Long.MAX_VALUE;
    List<Changes.Entry> page;
    do {
      page = page(changed, number, revision);
      page.forEach(changes::make);
      if (!page.isEmpty()) {
        changed = page.getLast().changed();
        number = page.getLast().number();
      }
    } while (page.size() == PAGE);
    // Read last, so that the bank of every entry is there; a bank's change is a revision too.
    return changes.until(revision, radii());
  }

  private List<Changes.Entry> page(long changed, long number, long revision) {
    return sql.sql(
            """
            SELECT id, number, bank, pdq, withdrawn_at IS NULL AS acting, changed
            FROM matching.entry
            WHERE (changed, number) > (?, ?) AND changed <= ?
            ORDER BY changed, number LIMIT ?
            """)
        .params(changed, number, revision, PAGE)
        .query((row, n) -> entry(row))
        .list();
  }

  private Map<String, Integer> radii() {
    Map<String, Integer> radii = new HashMap<>();
    sql.sql("SELECT name, radius FROM matching.bank")
        .query(row -> {
          radii.put(row.getString("name"), row.getInt("radius"));
        });
    return radii;
  }

  private static Changes.Entry entry(ResultSet row) throws SQLException {
    return new Changes.Entry(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("bank"),
        PdqHash.fromBytes(row.getBytes("pdq")),
        row.getBoolean("acting"),
        row.getLong("changed"));
  }

  private void lock() {
    try {
      refreshing.lockInterruptibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the banks were read", stopped);
    }
  }
}
