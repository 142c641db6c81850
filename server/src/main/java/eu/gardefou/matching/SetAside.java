package eu.gardefou.matching;

import java.time.Instant;

/**
 * Why an entry that is in memory does not match like others.
 *
 * @param until it rests until then; {@link Instant#MIN} when it does not
 * @param quarantined whether a curator has to look at it first
 */
record SetAside(Instant until, boolean quarantined) {
  boolean rests(Instant now) {
    return until.isAfter(now);
  }
}
