package eu.gardefou.enforcement;

import eu.gardefou.enforcement.SubmissionTable.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files statements of reasons, each once. Before one is sent it is noted that it may have been; a
 * puid that is in use afterwards is our own, and the statement counts as stored. What the database
 * calls wrong is kept with its reasons until somebody looks; everything else is tried for as long
 * as it takes. What would be said to any other statement too stops all of them for a while.
 */
final class Submissions {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int MOST_DOUBLINGS = 10;
  private static final int UNPROCESSABLE = 422;

  /** About the token or how much is sent, and not about one statement. */
  private static final Set<Integer> ABOUT_ALL = Set.of(401, 403, 429);

  private static final Reply.Later STILL_USED =
      new Reply.Later(UNPROCESSABLE, "Its puid is being used.", Duration.ZERO);

  private static final Logger log = LoggerFactory.getLogger(Submissions.class);

  private final SubmissionTable table;
  private final TransparencyDatabase database;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Submissions(
      JdbcClient sql,
      TransparencyDatabase database,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = new SubmissionTable(sql);
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Files what is due, until nothing is, or the database does not want more now. */
  void run() {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      Instant now = clock.instant();
      Map<UUID, Boolean> begun =
          transactions.execute(
              _ -> table.begin(now, now.plus(LONGEST.multipliedBy(2)), TransparencyDatabase.MOST));
      more = !begun.isEmpty() && transactions.execute(_ -> filed(table.hold(begun)));
    }
  }

  /** False when it is better to stop for now. */
  private boolean filed(List<Held> all) {
    if (all.isEmpty()) {
      return false;
    }
    Reply reply =
        all.size() == 1
            ? database.submit(all.getFirst().fields())
            : database.submit(all.stream().map(Held::fields).toList());
    return switch (reply) {
      case Reply.Stored(var uuids) -> stored(all, uuids);
      case Reply.Wrong(var reasons, var answer) -> wrong(all, reasons, answer);
      case Reply.Used(var puids) -> used(all, puids);
      case Reply.Barred(var status) -> later(all, barred(status));
      case Reply.Later later -> later(all, later);
    };
  }

  private boolean stored(List<Held> all, List<UUID> uuids) {
    if (uuids.size() != all.size()) {
      return later(all, unreadable());
    }
    for (int i = 0; i < all.size(); i++) {
      table.stored(all.get(i), uuids.get(i), clock.instant());
    }
    return true;
  }

  /** One bad statement keeps all others out: they go again without it. */
  private boolean wrong(List<Held> all, Map<Integer, String> reasons, String answer) {
    boolean known = reasons.keySet().stream().anyMatch(place -> place < all.size());
    if (!known) {
      return later(all, new Reply.Later(UNPROCESSABLE, answer, Duration.ZERO));
    }
    for (int i = 0; i < all.size(); i++) {
      String why = reasons.get(i);
      if (why == null) {
        table.notStored(all.get(i));
      } else {
        refused(all.get(i), why);
      }
    }
    return true;
  }

  private boolean used(List<Held> all, Set<String> puids) {
    if (all.stream().noneMatch(held -> puids.contains(held.puid()))) {
      return later(all, unreadable());
    }
    List<Held> waiting = new ArrayList<>();
    Reply.Later why = STILL_USED;
    for (Held held : all) {
      if (!puids.contains(held.puid())) {
        table.notStored(held);
        continue;
      }
      Reply.Later unsettled = isAboutAll(why) ? why : settle(held);
      if (unsettled != null) {
        waiting.add(held);
        why = unsettled;
      }
    }
    return waiting.isEmpty() || later(waiting, why);
  }

  /**
   * A puid is also called used while another call that may yet fail holds it: so it is asked.
   *
   * @return why it has to wait; null when it is settled
   */
  private Reply.@Nullable Later settle(Held held) {
    return switch (database.used(held.puid())) {
      case Reply.Used(var puids) when puids.contains(held.puid()) -> {
        if (held.maybeOurs()) {
          table.stored(held, null, clock.instant());
        } else {
          refused(held, "{\"puid\":[\"Another statement of the platform has this identifier.\"]}");
        }
        yield null;
      }
      case Reply.Barred(var status) -> barred(status);
      case Reply.Later later when isAboutAll(later) -> later;
      case Reply.Used _, Reply.Stored _, Reply.Wrong _, Reply.Later _ -> STILL_USED;
    };
  }

  private static boolean isAboutAll(Reply.Later later) {
    return later.status() != null && ABOUT_ALL.contains(later.status());
  }

  private void refused(Held held, String reasons) {
    log.error(
        "the Transparency Database does not take the statement of action {}: {}",
        held.submission().action(),
        reasons);
    table.refused(held, UNPROCESSABLE, Deliveries.beginning(reasons), clock.instant());
  }

  private static Reply.Later barred(int status) {
    log.error("the Transparency Database does not accept the token (status {})", status);
    return new Reply.Later(status, "The token is not accepted.", LONGEST);
  }

  private static Reply.Later unreadable() {
    return new Reply.Later(null, "The answer could not be read.", Duration.ZERO);
  }

  private boolean later(List<Held> all, Reply.Later later) {
    @Nullable Integer status = later.status();
    log.warn("statements could not be filed, and are tried again (status {})", status);
    Instant now = clock.instant();
    Instant last = now;
    for (Held held : all) {
      int doublings = Math.min(Math.max(0, held.submission().tries() - 1), MOST_DOUBLINGS);
      Duration longer = FIRST.multipliedBy(1L << doublings);
      Duration pause = longer.compareTo(later.after()) > 0 ? longer : later.after();
      Instant due = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
      table.putOff(held, status, later.answer(), due, now);
      last = due.isAfter(last) ? due : last;
    }
    if (isAboutAll(later)) {
      table.pause(last);
    }
    return false;
  }
}
