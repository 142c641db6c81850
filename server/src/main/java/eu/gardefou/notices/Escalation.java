package eu.gardefou.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Says of each clock that it is about to run out, once, and that it has run out, once: whichever
 * node looks first, however often, and however the clock of the machine jumps.
 */
final class Escalation {
  private static final int BATCH = 500;

  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final NoticeTable table;
  private final EventLog events;

  Escalation(JdbcClient sql, TransactionOperations transactions, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
    this.table = new NoticeTable(sql);
    this.events = new EventLog(sql);
  }

  private record Late(UUID notice, String name) {}

  /**
   * Escalates everything that is late.
   *
   * @return how many clocks that were
   */
  int run() {
    Instant now = clock.instant();
    int told = 0;
    int before;
    do {
      before = told;
      for (Late late : late(now)) {
        Integer one = transactions.execute(_ -> tell(late, now));
        told += one == null ? 0 : one;
      }
    } while (told > before);
    return told;
  }

  private List<Late> late(Instant now) {
    return sql.sql(
            """
            (SELECT notice, name FROM notices.clock
              WHERE met_at IS NULL AND told = 0 AND warn_at <= :now ORDER BY warn_at LIMIT :most)
            UNION
            (SELECT notice, name FROM notices.clock
              WHERE met_at IS NULL AND told < 2 AND due_at <= :now ORDER BY due_at LIMIT :most)
            """)
        .param("now", Rows.time(now))
        .param("most", BATCH)
        .query((row, _) -> new Late(row.getObject("notice", UUID.class), row.getString("name")))
        .list();
  }

  /** Looks again under the notice's lock: it may be decided by now, or told by another node. */
  private int tell(Late late, Instant now) {
    State state = table.lock(late.notice());
    List<Boolean> over =
        sql.sql(
                """
                UPDATE notices.clock SET told = CASE WHEN due_at <= :now THEN 2 ELSE 1 END
                WHERE notice = :notice AND name = :name AND met_at IS NULL
                  AND (told = 0 AND warn_at <= :now OR told < 2 AND due_at <= :now)
                RETURNING told = 2 AS over
                """)
            .param("now", Rows.time(now))
            .param("notice", late.notice())
            .param("name", late.name())
            .query((row, _) -> row.getBoolean("over"))
            .list();
    for (boolean isOver : over) {
      String reason = late.name() + (isOver ? " has run out" : " is about to run out");
      events.add(late.notice(), now, Notices.SYSTEM, Event.Kind.ESCALATED, state, reason);
    }
    return over.size();
  }
}
