package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.Opinion.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What curators think of entries. An opinion changes nothing here by itself: who disputes an entry
 * may let it rest or withdraw it as well.
 */
public final class Opinions {
  private static final int LONGEST_REASON = 2_000;

  private final JdbcClient sql;
  private final Banks banks;
  private final EntryStore entries;
  private final Clock clock;

  /** Works on a database in which the migrations of this package have run. */
  public Opinions(JdbcClient sql, Banks banks, Clock clock) {
    this.sql = sql;
    this.banks = banks;
    this.entries = new EntryStore(sql, clock);
    this.clock = clock;
  }

  /**
   * Records an opinion; the exchange that the entry came from is told when it allows that.
   *
   * @param reason one sentence, may be empty
   * @throws BankProblem when there is no such entry in the bank
   */
  public void give(String bank, long entry, Verdict verdict, String reason, Caller by) {
    String checked = Provenance.checked("reason", reason, LONGEST_REASON);
    long number = banks.entry(bank, entry).number();
    sql.sql(
            """
            WITH given AS (
              INSERT INTO matching.opinion (entry, verdict, reason, at, by)
              VALUES (:entry, :verdict, :reason, :at, :by) RETURNING entry)
            INSERT INTO matching.event (at, by, bank, entry, what, detail)
            SELECT :at, :by, e.bank, e.number, :what, :reason
            FROM given g JOIN matching.entry e ON e.number = g.entry
            """)
        .param("entry", number)
        .param("verdict", verdict.word())
        .param("reason", checked)
        .param("at", Moments.write(clock.instant()))
        .param("by", by.id())
        .param("what", verdict == Verdict.CONFIRM ? "confirmed" : "disputed")
        .update();
  }

  /** Opinions on an exchange's entries that it was not told yet, oldest first. */
  public List<Opinion> unsent(String exchange, int most) {
    return unsent(exchange, 0, most);
  }

  /** The same, of those after the one of this number. */
  public List<Opinion> unsent(String exchange, long after, int most) {
    List<Given> given =
        sql.sql(
                """
                SELECT o.id, o.entry, o.verdict, o.reason, e.origin, e.origin_key
                FROM matching.opinion o
                JOIN matching.entry e ON e.number = o.entry
                JOIN matching.bank b ON b.id = e.bank AND b.closed_at IS NULL
                WHERE o.sent_at IS NULL AND e.origin = ? AND o.id > ?
                ORDER BY o.id LIMIT ?
                """)
            .params(exchange, after, most)
            .query((row, n) ->
                new Given(
                    row.getLong("id"),
                    row.getLong("entry"),
                    new Origin(row.getString("origin"), row.getString("origin_key")),
                    Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                    row.getString("reason")))
            .list();
    Map<Long, BankEntry> found = entries.find(given.stream().map(Given::entry).toList());
    List<Opinion> unsent = new ArrayList<>();
    for (Given opinion : given) {
      BankEntry about = found.get(opinion.entry());
      if (about != null) {
        unsent.add(opinion.on(about));
      }
    }
    return unsent;
  }

  private record Given(long id, long entry, Origin origin, Verdict verdict, String reason) {
    Opinion on(BankEntry about) {
      return new Opinion(id, entry, origin, about.signals(), verdict, reason);
    }
  }

  /** Remembers that the source was told. */
  public void sent(Opinion opinion) {
    sql.sql("UPDATE matching.opinion SET sent_at = ? WHERE id = ? AND sent_at IS NULL")
        .params(Moments.write(clock.instant()), opinion.id())
        .update();
  }
}
