package eu.gardefou.notices;

import java.time.Instant;

/**
 * Something that happened to a notice.
 *
 * @param number from 1 on
 * @param actor who did it, such as {@code person:12}, {@code reporter} or {@code system}
 * @param state of the notice afterwards
 */
public record Event(int number, Instant at, String actor, Kind kind, State state, String reason) {
  /** What a case can go through. */
  public enum Kind {
    /** It went to another state. */
    STATE,
    /** The reporter said more. */
    ADDED,
    /** Somebody took it to work on. */
    CLAIMED,
    /** Somebody gave it back. */
    RELEASED,
    /** A clock is about to run out, or has. */
    ESCALATED,
    /** Who reported was erased. */
    CONTACT_ERASED
  }
}
