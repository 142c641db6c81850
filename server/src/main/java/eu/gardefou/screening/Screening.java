package eu.gardefou.screening;

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
   * Judges what an upstream made of a cleared request: all pictures pass or none does.
   *
   * @param pictures the exact bytes that would be delivered
   * @param texts words that came with them, such as a revised prompt
   * @throws ScreeningBusy when all capacity is taken; nothing was decided
   */
  ResultOutcome screenResult(
      RequestOutcome.Cleared cleared, List<byte[]> pictures, List<String> texts);
}
