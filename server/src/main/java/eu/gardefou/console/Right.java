package eu.gardefou.console;

import eu.gardefou.access.Callers;
import eu.gardefou.access.Person;
import eu.gardefou.access.Role;
import java.util.Set;

/** What somebody may do in the console. */
enum Right {
  /** Needs no sign-in. */
  NOTHING,
  /** Any role. */
  OVERVIEW,
  /** Read decisions. */
  DECISIONS,
  /** See banks and their entries, and exchanges. */
  BANKS,
  /** Add entries to banks and withdraw them; pause exchanges. */
  CURATE,
  /** See which keys and people there are. */
  ACCESS,
  /** Make and revoke keys, add and disable people. */
  MANAGE;

  /** What a role may do here. Roles add up. */
  static Set<Right> of(Role role) {
    return switch (role) {
      case MODERATOR -> Set.of(OVERVIEW, DECISIONS, BANKS);
      case SENIOR, LEGAL -> Set.of(OVERVIEW, DECISIONS, BANKS, CURATE);
      case AUDITOR -> Set.of(OVERVIEW, DECISIONS, BANKS, ACCESS);
      case ADMIN -> Set.of(OVERVIEW, ACCESS, MANAGE);
    };
  }

  /** Whether whoever makes this request has it. */
  boolean isHeld() {
    return this == NOTHING
        || Callers.person().map(Person::roles).orElse(Set.of()).stream()
            .anyMatch(role -> of(role).contains(this));
  }
}
