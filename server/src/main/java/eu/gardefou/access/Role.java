package eu.gardefou.access;

import java.util.Locale;

/** What a person is trusted with. */
public enum Role {
  /** Works the queue: reads decisions, sees banks. */
  MODERATOR,
  /** A moderator who may also change the banks. */
  SENIOR,
  /** Handles orders and holds. */
  LEGAL,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Makes and revokes keys, adds and disables people. */
  ADMIN;

  /** The name used in rows and forms, such as {@code admin}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a {@link #word()}.
   *
   * @throws AccessProblem when there is no such role
   */
  public static Role ofWord(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new AccessProblem(
        AccessProblem.Cause.UNKNOWN, "A role is one of moderator, senior, legal, auditor, admin.");
  }

  /** As Spring Security names it, such as {@code ROLE_ADMIN}. */
  String authority() {
    return "ROLE_" + name();
  }
}
