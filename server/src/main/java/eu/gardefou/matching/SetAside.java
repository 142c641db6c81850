package eu.gardefou.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an entry that is in memory does not match like others.
 *
 * @param until it rests until then; {@link Instant#MIN} when it does not
 * @param quarantined whether a curator has to look at it first
 */
record SetAside(Instant until, boolean quarantined) {
  static SetAside of(@Nullable Instant until, boolean quarantined) {
    return new SetAside(until == null ? Instant.MIN : until, quarantined);
  }

  /** Whether it is no plain match until a curator has looked. */
  boolean waits(BankKind kind) {
    return quarantined && !kind.protects();
  }

  boolean rests(Instant now) {
    return until.isAfter(now);
  }
}
