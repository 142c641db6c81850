package eu.gardefou.access;

import java.util.Locale;

/** What a machine's key opens. */
public enum Scope {
  /** The images API. */
  GATEWAY,
  /** Screening of finished content. */
  SCREEN,
  /** Hashes, and look-ups in the banks. */
  MATCH,
  /** The banks. */
  CURATE,
  /** Decisions on record, and metrics. */
  AUDIT,
  /** Notices that come before others. */
  NOTICES;

  /** The name used in rows and forms, such as {@code gateway}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a {@link #word()}.
   *
   * @throws AccessProblem when there is no such scope
   */
  public static Scope ofWord(String word) {
    for (Scope scope : values()) {
      if (scope.word().equals(word)) {
        return scope;
      }
    }
    throw new AccessProblem(
        AccessProblem.Cause.UNKNOWN,
        "A scope is one of gateway, screen, match, curate, audit, notices.");
  }

  /** As Spring Security names it, such as {@code SCOPE_gateway}. */
  String authority() {
    return "SCOPE_" + word();
  }
}
