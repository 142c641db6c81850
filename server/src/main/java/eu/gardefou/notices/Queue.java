package eu.gardefou.notices;

import eu.gardefou.access.Caller;
import eu.gardefou.notices.NoticeProblem.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The open cases, most urgent first: by severity, then by the hour in which the first clock runs
 * out, and within the hour those that came with a key, and then by that clock. Somebody who works
 * on a case claims it; a claim ends by itself, so that nobody's absence holds a case up.
 */
public final class Queue {
  /** How many cases one page may have. */
  public static final int LARGEST_PAGE = 200;

  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Duration claim;
  private final NoticeTable table;
  private final EventLog events;

  Queue(JdbcClient sql, TransactionOperations transactions, Clock clock, Duration claim) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
    this.claim = claim;
    this.table = new NoticeTable(sql);
    this.events = new EventLog(sql);
  }

  /**
   * A place in the queue, from which the next page goes on.
   *
   * @param distrust 0 for cases that came with a key, 1 for others
   */
  public record Place(int severity, Instant dueAt, int distrust, UUID id) {
    /** Before the first case. */
    public static final Place FIRST = new Place(-1, Instant.EPOCH, 0, new UUID(0, 0));

    private static final long SECONDS = 3_600;

    /** As rows keep it. */
    long dueHour() {
      return dueAt.equals(Instant.MAX)
          ? Long.MAX_VALUE
          : Math.floorDiv(dueAt.getEpochSecond(), SECONDS);
    }
  }

  /**
   * A case in the queue.
   *
   * @param claimedBy who works on it; null when nobody does
   */
  public record Waiting(
      UUID id,
      Severity severity,
      Instant dueAt,
      boolean trusted,
      State state,
      Instant receivedAt,
      @Nullable Category category,
      @Nullable String claimedBy,
      @Nullable Instant claimedUntil) {
    /** Where the next page begins when this is the last case of a page. */
    public Place place() {
      return new Place(severity.rank(), dueAt, trusted ? 0 : 1, id);
    }
  }

  /**
   * How many cases wait.
   *
   * @param overdue those of them whose clock has run out
   * @param claimed those of them that somebody works on
   */
  public record Count(Severity severity, long open, long overdue, long claimed) {}

  /**
   * The statement of {@link #page}. The two first conditions are the index's; the order is too.
   *
   * <p>Whoever passes their own name sees their own cases beside the free ones.
   */
  static final String PAGE =
      """
      SELECT id, severity, due_at, distrust, state, received_at, category,
        CASE WHEN claimed_until > :now THEN claimed_by END AS claimed_by,
        CASE WHEN claimed_until > :now THEN claimed_until END AS claimed_until
      FROM notices.notice
      WHERE is_open
        AND (severity, due_hour, distrust, due_at, id)
          > (:severity::smallint, :hour::bigint, :distrust::smallint, :due::timestamptz, :id::uuid)
        AND (:free_for::text IS NULL OR claimed_until IS NULL OR claimed_until <= :now
          OR claimed_by = :free_for::text)
      ORDER BY severity, due_hour, distrust, due_at, id
      LIMIT :most
      """;

  /**
   * A page.
   *
   * @param after {@link Place#FIRST}, or the place of the last case of the page before
   * @param freeFor leaves out what others work on; null for all
   * @param most at most {@value #LARGEST_PAGE}
   */
  public List<Waiting> page(Place after, @Nullable Caller freeFor, int most) {
    return statement(PAGE, after, freeFor, most).query((row, _) -> waiting(row)).list();
  }

  JdbcClient.StatementSpec statement(String text, Place after, @Nullable Caller freeFor, int most) {
    return sql.sql(text)
        .param("now", Rows.time(clock.instant()))
        .param("severity", after.severity())
        .param("hour", after.dueHour())
        .param("due", Rows.time(after.dueAt()))
        .param("distrust", after.distrust())
        .param("id", after.id())
        .param("free_for", freeFor == null ? null : freeFor.id())
        .param("most", Math.clamp(most, 1, LARGEST_PAGE));
  }

  /** How many cases wait, by severity; without those of which there are none. */
  public List<Count> counts() {
    return sql.sql(
            """
            SELECT severity, count(*) AS open,
              count(*) FILTER (WHERE due_at <= :now) AS overdue,
              count(*) FILTER (WHERE claimed_until > :now) AS claimed
            FROM notices.notice WHERE is_open GROUP BY severity ORDER BY severity
            """)
        .param("now", Rows.time(clock.instant()))
        .query((row, _) ->
            new Count(
                Severity.ofRank(row.getInt("severity")),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("claimed")))
        .list();
  }

  /**
   * Takes a case to work on; whoever has it already has it for longer.
   *
   * @return until when
   * @throws NoticeProblem when somebody else has it, or it is not open
   */
  public Instant claim(UUID id, Caller by) {
    Instant now = clock.instant();
    Instant until = now.plus(claim);
    transactions.executeWithoutResult(_ -> {
      State state = table.lock(id);
      int claimed =
          sql.sql(
                  """
                  UPDATE notices.notice SET claimed_by = :by, claimed_until = :until
                  WHERE id = :id AND is_open
                    AND (claimed_until IS NULL OR claimed_until <= :now OR claimed_by = :by)
                  """)
              .param("by", by.id())
              .param("until", Rows.time(until))
              .param("id", id)
              .param("now", Rows.time(now))
              .update();
      if (claimed == 0) {
        throw new NoticeProblem(Cause.TAKEN, "Somebody else works on this case, or it is closed.");
      }
      events.add(id, now, by.id(), Event.Kind.CLAIMED, state, "until " + until);
    });
    return until;
  }

  /**
   * Gives a case back.
   *
   * @throws NoticeProblem when somebody else has it
   */
  public void release(UUID id, Caller by) {
    Instant now = clock.instant();
    transactions.executeWithoutResult(_ -> {
      State state = table.lock(id);
      int released =
          sql.sql(
                  """
                  UPDATE notices.notice SET claimed_by = NULL, claimed_until = NULL
                  WHERE id = ? AND claimed_by = ?
                  """)
              .params(id, by.id())
              .update();
      if (released == 0) {
        throw new NoticeProblem(Cause.TAKEN, "You do not work on this case.");
      }
      events.add(id, now, by.id(), Event.Kind.RELEASED, state, "given back");
    });
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getObject("id", UUID.class),
        Severity.ofRank(row.getInt("severity")),
        Rows.instant(row, "due_at"),
        row.getInt("distrust") == 0,
        Rows.word(row, "state", State.class),
        Rows.instant(row, "received_at"),
        Rows.wordOrNull(row, "category", Category.class),
        row.getString("claimed_by"),
        Rows.instantOrNull(row, "claimed_until"));
  }
}
