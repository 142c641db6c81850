package eu.gardefou.enforcement;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far the platform knows what was done, and the way to tell it again. Safe for many threads.
 */
public final class Outbox {
  private final DeliveryTable deliveries;
  private final SubmissionTable submissions;
  private final ActionTable actions;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Outbox(JdbcClient sql, TransactionTemplate transactions, Clock clock) {
    this.deliveries = new DeliveryTable(sql);
    this.submissions = new SubmissionTable(sql);
    this.actions = new ActionTable(sql);
    this.transactions = transactions;
    this.clock = clock;
  }

  /** In the caller's transaction. */
  void add(ActionTaken action) {
    deliveries.add(action, clock.instant());
  }

  /** In the caller's transaction; for the record too when the database is not to have it. */
  void add(UUID statement, Duty duty) {
    submissions.add(statement, duty, clock.instant());
  }

  /** How far the platform knows of an action. */
  public Optional<Delivery> delivery(UUID action) {
    return deliveries.of(action);
  }

  /**
   * Deliveries in one state, oldest first.
   *
   * @param most how many
   */
  public List<Delivery> deliveries(Delivery.State state, int most) {
    return deliveries.in(state, most);
  }

  /**
   * Tells the platform of an action again, whatever it said before; with the same idempotency key.
   *
   * @throws EnforcementProblem when there is no such action, and when something was done to its
   *     item later that this might undo
   */
  public void resend(UUID action) {
    transactions.executeWithoutResult(_ -> {
      Delivery before = deliveries.of(action).orElseThrow(EnforcementProblem::unknown);
      // Nobody acts on the item meanwhile, so that nothing later slips past the check.
      actions.holdItem(before.item());
      if (!deliveries.queueAgain(action, clock.instant())) {
        throw new EnforcementProblem(EnforcementProblem.Cause.OVERTAKEN);
      }
    });
  }

  /** How far the Transparency Database knows of an action's statement; a reversal has none. */
  public Optional<Submission> submission(UUID action) {
    return submissions.of(action);
  }

  /**
   * Submissions in one state, oldest first.
   *
   * @param most how many
   */
  public List<Submission> submissions(Submission.State state, int most) {
    return submissions.in(state, most);
  }

  /**
   * Files a statement again that the Transparency Database did not take.
   *
   * @throws EnforcementProblem when there is none that waits or was refused
   */
  public void resubmit(UUID action) {
    if (!submissions.queueAgain(action, clock.instant())) {
      throw EnforcementProblem.unknown();
    }
  }
}
