package eu.gardefou.policy;

import java.util.Locale;

/**
 * What happens to content, from lax to strict. Decisions form a lattice: joining takes the
 * stricter.
 */
public enum Decision {
  /** It passes. */
  ALLOW,
  /** It passes with a mark. */
  MARK,
  /** A person decides first; until then it is held. */
  REVIEW,
  /** It does not pass. */
  REFUSE,
  /** It does not pass, and the operator's legal duty to report applies. */
  REFUSE_AND_REPORT;

  /** The stricter of the two. */
  public Decision join(Decision other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether content may go on at once. */
  public boolean passes() {
    return this == ALLOW || this == MARK;
  }

  /** The name used in policies, rows and JSON, such as {@code refuse-and-report}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads a {@link #word()}.
   *
   * @throws IllegalArgumentException when there is no such decision
   */
  public static Decision ofWord(String word) {
    for (Decision decision : values()) {
      if (decision.word().equals(word)) {
        return decision;
      }
    }
    throw new IllegalArgumentException("there is no decision '" + word + "'");
  }
}
