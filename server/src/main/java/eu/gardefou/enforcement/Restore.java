package eu.gardefou.enforcement;

import java.util.Locale;
import java.util.UUID;

/**
 * Takes an earlier action back. It refers to that action, and it too says why.
 *
 * @param key the caller's own, 1 to 200 characters: the same key acts once
 * @param reverses the action that is taken back
 * @param cause what led to it
 * @param explanation why, for the recipient, up to 2,000 characters, without personal data
 * @param decidedBy who decided, as the caller names people and machines
 * @param language the recipient's
 */
public record Restore(
    String key, UUID reverses, Cause cause, String explanation, String decidedBy, Locale language) {
  /** What led to a reversal. */
  public enum Cause {
    /** An internal complaint (Article 20 DSA). */
    COMPLAINT,
    /** A settlement out of court (Article 21 DSA). */
    OUT_OF_COURT,
    /** A court or another authority. */
    AUTHORITY,
    /** The provider saw its own mistake. */
    OWN_REVIEW
  }

  /** Refuses a reversal without reasons. */
  public Restore {
    key = Action.key(key);
    explanation = FreeText.required("explanation", explanation, 2_000);
    decidedBy = Action.decider(decidedBy);
  }
}
