package eu.gardefou.screening;

import eu.gardefou.policy.Reason;
import java.util.List;

/**
 * The one pipeline: content in, outcome out, and the decision is on record before anybody hears of
 * it.
 *
 * <p>Fails closed: a check that cannot run is a signal that refuses; a decision that cannot be
 * recorded is an exception. Safe for many threads.
 */
public interface Screening {
  /**
   * Judges what is asked for, or what is uploaded.
   *
   * @throws ScreeningBusy when all capacity is taken; nothing was decided
   */
  RequestOutcome screen(Submission submission, Asker asker);

  /**
   * Judges what an upstream made of a cleared request: all pictures pass or none does. Waits for
   * room as long as checks may take; what got none was not assessed, and that is decided.
   *
   * @param pictures the exact bytes that would be delivered
   * @param texts words that came with them, such as a revised prompt
   */
  ResultOutcome screenResult(
      RequestOutcome.Cleared cleared, List<byte[]> pictures, List<String> texts);

  /**
   * Puts on record that a cleared request gets no picture although the policy had let it pass, such
   * as when an upstream refused it.
   *
   * @param grounds why; they join the request's own reasons, and at least one must stop it
   */
  ResultOutcome.Stopped stop(RequestOutcome.Cleared cleared, List<Reason> grounds);
}
