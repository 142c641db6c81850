package eu.gardefou.enforcement;

import eu.gardefou.enforcement.DeliveryTable.Held;
import eu.gardefou.fetch.Answer;
import eu.gardefou.fetch.FetchProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the platform what was done, in order per item, at least once.
 *
 * <p>An entry is held by a row lock while it is sent, and what came of it is written in the same
 * transaction: two nodes never send one at once, and when a node dies between the answer and the
 * record, the entry is sent again with the same idempotency key. A platform that does not answer,
 * or fails, is tried for as long as it takes; one that refuses is tried {@value #MOST_REFUSALS}
 * times.
 */
final class Deliveries {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 10;
  private static final int MOST_REFUSALS = 12;
  private static final int LONGEST_ANSWER = 500;

  /** Not now, by their meaning; every other 4xx and every redirect is a refusal. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final DeliveryTable table;
  private final ActionTable actions;
  private final Webhook webhook;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Deliveries(JdbcClient sql, Webhook webhook, TransactionTemplate transactions, Clock clock) {
    this.table = new DeliveryTable(sql);
    this.actions = new ActionTable(sql);
    this.webhook = webhook;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What came of one turn. */
  private enum Turn {
    NONE_DUE,
    WENT_ON,
    NOBODY_THERE
  }

  /** Sends what is due, until nothing is, or nobody answers: then the next run tries again. */
  void run() {
    Turn turn;
    do {
      turn = transactions.execute(_ -> turn());
    } while (turn == Turn.WENT_ON && !Thread.currentThread().isInterrupted());
  }

  private Turn turn() {
    Instant now = clock.instant();
    Held held = table.holdNext(now, now.plus(LONGEST.multipliedBy(2))).orElse(null);
    if (held == null) {
      return Turn.NONE_DUE;
    }
    ActionTaken action = actions.find(held.delivery().action()).orElseThrow();
    try {
      answered(held, webhook.send(action));
      return Turn.WENT_ON;
    } catch (FetchProblem nobody) {
      log.warn("the platform was not told of action {}: {}", action.id(), nobody.sentence());
      table.note(
          held,
          Delivery.State.QUEUED,
          false,
          null,
          nobody.sentence(),
          now.plus(pause(held, Duration.ZERO)),
          now);
      return Turn.NOBODY_THERE;
    }
  }

  private void answered(Held held, Answer answer) {
    Instant now = clock.instant();
    boolean refused = !answer.good() && answer.status() < 500 && !LATER.contains(answer.status());
    Delivery.State state =
        answer.good()
            ? Delivery.State.DELIVERED
            : refused && held.refusals() + 1 >= MOST_REFUSALS
                ? Delivery.State.FAILED
                : Delivery.State.QUEUED;
    Instant due = answer.good() ? now : now.plus(pause(held, answer.after()));
    table.note(held, state, refused, answer.status(), beginning(answer.body()), due, now);
    if (state == Delivery.State.FAILED) {
      log.error(
          "the platform refuses action {}, and what comes after it for this item waits",
          held.delivery().action());
    }
    if (answer.good() && held.delivery().tries() > 0) {
      table.hurry(now);
    }
  }

  /** Longer with every try; longer still when the platform asks for it, up to {@link #LONGEST}. */
  private static Duration pause(Held held, Duration asked) {
    Duration longer = FIRST.multipliedBy(1L << Math.min(held.delivery().tries(), MOST_DOUBLINGS));
    Duration pause = longer.compareTo(asked) > 0 ? longer : asked;
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  /** What the database can keep: it takes no zero characters. */
  static String beginning(String body) {
    String kept = body.replace("\0", "");
    return kept.substring(0, Math.min(kept.length(), LONGEST_ANSWER));
  }
}
