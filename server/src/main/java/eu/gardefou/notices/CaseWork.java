package eu.gardefou.notices;

import eu.gardefou.access.Caller;
import eu.gardefou.notices.ClockRule.MetBy;
import eu.gardefou.notices.NoticeProblem.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a notice on its way, step by step. An impossible step is an error and changes nothing. Each
 * method joins the caller's transaction, so that a decision and what follows from it stand or fall
 * together.
 */
public final class CaseWork {
  private final TransactionOperations transactions;
  private final Clock clock;
  private final NoticeTable table;
  private final EventLog events;
  private final ClockTable clocks;

  CaseWork(JdbcClient sql, TransactionOperations transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
    this.table = new NoticeTable(sql);
    this.events = new EventLog(sql);
    this.clocks = new ClockTable(sql);
  }

  /** Somebody looks at it. What was thought a duplicate has its clocks again. */
  public void review(UUID id, Caller by, String reason) {
    step(id, new Step(State.IN_REVIEW, null, null), by, reason);
  }

  /** The reporter has to say more. */
  public void ask(UUID id, boolean forLocation, Caller by, String reason) {
    State to = forLocation ? State.NEEDS_LOCATION : State.NEEDS_INFO;
    step(id, new Step(to, null, null), by, reason);
  }

  /** It is decided: the clocks of the decision stop. */
  public void decide(UUID id, Outcome outcome, Caller by, String reason) {
    step(id, new Step(State.DECIDED, outcome, null), by, reason);
  }

  /** The reporter was told. */
  public void notified(UUID id, Caller by, String reason) {
    step(id, new Step(State.NOTIFIED, null, null), by, reason);
  }

  /** Another notice says the same, and is decided in its place. */
  public void duplicate(UUID id, UUID of, Caller by, String reason) {
    transactions.executeWithoutResult(_ -> {
      // Always in the same order, so that two who do it at once do not wait for each other.
      Stream.of(id, of).sorted().forEach(table::lock);
      if (id.equals(of) || table.lock(of) == State.DUPLICATE || table.hasDuplicates(id)) {
        throw new NoticeProblem(
            Cause.IMPOSSIBLE, "A notice is a duplicate of another one, and neither of a third.");
      }
      step(id, new Step(State.DUPLICATE, null, of), by, reason);
    });
  }

  /**
   * Suspends its processing for misuse (Article 23). Never that of a case in which somebody may be
   * under age, nor of one reported by the person in the picture.
   */
  public void hold(UUID id, Caller by, String reason) {
    transactions.executeWithoutResult(_ -> {
      table.lock(id);
      if (!table.find(id).notice().mayBeHeld()) {
        throw new NoticeProblem(
            Cause.IMPOSSIBLE, "Such a notice is always processed, whoever sends it.");
      }
      step(id, new Step(State.MISUSE_HOLD, null, null), by, reason);
    });
  }

  private record Step(State to, @Nullable Outcome outcome, @Nullable UUID duplicateOf) {}

  private void step(UUID id, Step step, Caller by, String reason) {
    if (reason.isBlank()) {
      throw new NoticeProblem(Cause.IMPOSSIBLE, "Every step has a reason.");
    }
    transactions.executeWithoutResult(_ -> {
      State from = table.lock(id);
      if (!from.next().contains(step.to())) {
        throw new NoticeProblem(
            Cause.IMPOSSIBLE, "A notice does not go from " + from + " to " + step.to() + ".");
      }
      Instant now = clock.instant();
      table.move(id, step.to(), step.outcome(), step.duplicateOf());
      events.add(id, now, by.id(), Event.Kind.STATE, step.to(), reason);
      turnClocks(id, from, step.to(), now);
    });
  }

  private void turnClocks(UUID id, State from, State to, Instant now) {
    if (from.isOpen() && !to.isOpen()) {
      clocks.meet(id, MetBy.DECIDED, now);
    } else if (!from.isOpen() && to.isOpen()) {
      clocks.resume(id, MetBy.DECIDED);
    }
    clocks.tell(id);
  }
}
