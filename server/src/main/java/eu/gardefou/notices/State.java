package eu.gardefou.notices;

import java.util.EnumSet;
import java.util.Set;

/** Where a notice stands on its way from receipt to answer. */
public enum State {
  /** Stored. */
  RECEIVED,
  /** The reporter has the confirmation of receipt (Article 16(4)). */
  ACKNOWLEDGED,
  /** Something other than the location is missing; a person may decide all the same. */
  NEEDS_INFO,
  /** No address is named; a person may decide all the same. */
  NEEDS_LOCATION,
  /** Somebody looks at it. */
  IN_REVIEW,
  /** Decided, with an {@link Outcome}. */
  DECIDED,
  /** The reporter has been told (Article 16(5)). The end. */
  NOTIFIED,
  /** Another notice says the same; that one is decided. */
  DUPLICATE,
  /** Processing is suspended for misuse (Article 23). */
  MISUSE_HOLD;

  /** Where it may go from here. */
  public Set<State> next() {
    return switch (this) {
      case RECEIVED -> EnumSet.of(ACKNOWLEDGED);
      case ACKNOWLEDGED ->
          EnumSet.of(NEEDS_INFO, NEEDS_LOCATION, IN_REVIEW, DUPLICATE, MISUSE_HOLD);
      case NEEDS_INFO ->
          EnumSet.of(ACKNOWLEDGED, NEEDS_LOCATION, IN_REVIEW, DUPLICATE, MISUSE_HOLD);
      case NEEDS_LOCATION ->
          EnumSet.of(ACKNOWLEDGED, NEEDS_INFO, IN_REVIEW, DUPLICATE, MISUSE_HOLD);
      case IN_REVIEW -> EnumSet.of(NEEDS_INFO, NEEDS_LOCATION, DECIDED, DUPLICATE, MISUSE_HOLD);
      case DECIDED -> EnumSet.of(NOTIFIED);
      case DUPLICATE -> EnumSet.of(IN_REVIEW, NOTIFIED);
      case MISUSE_HOLD -> EnumSet.of(IN_REVIEW);
      case NOTIFIED -> EnumSet.noneOf(State.class);
    };
  }

  /** Whether it still waits for somebody to decide. */
  public boolean isOpen() {
    return switch (this) {
      case RECEIVED, ACKNOWLEDGED, NEEDS_INFO, NEEDS_LOCATION, IN_REVIEW, MISUSE_HOLD -> true;
      case DECIDED, NOTIFIED, DUPLICATE -> false;
    };
  }

  /** Whether it waits for its reporter to say more. */
  boolean needsMore() {
    return this == NEEDS_INFO || this == NEEDS_LOCATION;
  }

  /** Where a notice waits that lacks this. */
  static State waitingFor(Completeness completeness) {
    if (completeness.lacks(Element.DSA_LOCATION)) {
      return NEEDS_LOCATION;
    }
    return completeness.isCompleteFor(Regime.DSA) ? ACKNOWLEDGED : NEEDS_INFO;
  }
}
