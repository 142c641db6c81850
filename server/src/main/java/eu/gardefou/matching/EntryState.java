package eu.gardefou.matching;

import java.time.Instant;

/** Whether an entry matches, and if not, why. */
public sealed interface EntryState {
  /** It matches. */
  record Acting() implements EntryState {}

  /**
   * A curator has set it aside.
   *
   * @param until it acts again then; {@link Instant#MAX}: until further notice
   */
  record Resting(Instant until) implements EntryState {}

  /**
   * It was found in a flood of pictures that are unlike each other, and a curator has to look.
   * Until then its matches are marked in a bank of the operator's own, it overrules nothing in a
   * suppress bank, and it goes on matching in a bank that protects somebody.
   */
  record Quarantined(Instant since) implements EntryState {}

  /**
   * It no longer acts and never will.
   *
   * @param by pseudonymous caller
   */
  record Withdrawn(Instant at, String by) implements EntryState {}
}
