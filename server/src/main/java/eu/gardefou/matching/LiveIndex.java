package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the index as fresh as the database, whoever changed it: this node, another one, or a person
 * at a database prompt.
 *
 * <p>Every look-up asks the database for its revision, one number. When it grew, the entries that
 * changed since are read and the index is replaced. So an entry acts from the moment its
 * transaction is committed, and a database that does not answer is an exception, never an old
 * answer. Safe for many threads.
 */
final class LiveIndex {
  private final JdbcClient sql;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile Index index = Index.EMPTY;

  LiveIndex(JdbcClient sql) {
    this.sql = sql;
  }

  /** An index that has everything that was committed before this call. */
  Index current() {
    Index known = index;
    return known.revision() == revision() ? known : refreshed();
  }

  private long revision() {
    return sql.sql("SELECT number FROM matching.revision").query(Long.class).single();
  }

  private Index refreshed() {
    lock();
    try {
      Index known = index;
      long revision = revision();
      if (known.revision() != revision) {
        // A revision that shrank is a database that was restored: what is known is worth nothing.
        Index base = known.revision() < revision ? known : Index.EMPTY;
        known = base.with(changesSince(base.revision()));
        index = known;
      }
      return known;
    } finally {
      refreshing.unlock();
    }
  }

  private Index.Changes changesSince(long revision) {
    List<Index.Item> items = new ArrayList<>();
    long[] number = {revision};
    // One statement sees one moment: the number and the entries belong together.
    sql.sql(
            """
            SELECT r.number, e.id, e.bank, e.pdq, e.withdrawn_at IS NULL AS acting
            FROM matching.revision r LEFT JOIN matching.entry e ON e.changed > ?
            """)
        .param(revision)
        .query(row -> {
          number[0] = row.getLong("number");
          if (row.getObject("id") != null) {
            items.add(item(row));
          }
        });
    // Read last, so that the bank of every entry is there; a bank's change is a revision too.
    Map<String, Integer> radii = new HashMap<>();
    sql.sql("SELECT name, radius FROM matching.bank")
        .query(row -> {
          radii.put(row.getString("name"), row.getInt("radius"));
        });
    return new Index.Changes(number[0], items, radii);
  }

  private static Index.Item item(ResultSet row) throws SQLException {
    return new Index.Item(
        row.getObject("id", UUID.class),
        row.getString("bank"),
        PdqHash.fromBytes(row.getBytes("pdq")),
        row.getBoolean("acting"));
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
