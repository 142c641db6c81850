package eu.gardefou.access;

import java.util.Set;

/** What the paths of Hasher-Matcher-Actioner let in without a key, from this machine. */
public enum Opening {
  /** Nothing. */
  NONE(Set.of()),
  /** Hashing and look-ups. */
  LOOK_UPS(Set.of(Scope.MATCH)),
  /** Changing banks too, as a client needs that manages them and shows no key. */
  ALL(Set.of(Scope.MATCH, Scope.CURATE));

  @SuppressWarnings("ImmutableEnumChecker") // the set is, though its type does not say so
  private final Set<Scope> scopes;

  Opening(Set<Scope> scopes) {
    this.scopes = scopes;
  }

  /**
   * Of the word in {@code gardefou.hma.open}.
   *
   * @throws OpenDoorProblem when it is none
   */
  public static Opening of(String word) {
    return switch (word) {
      case "false", "" -> NONE;
      case "true" -> LOOK_UPS;
      case "all" -> ALL;
      default -> throw new OpenDoorProblem("--hma-open stands alone, or as --hma-open=all.");
    };
  }

  Set<Scope> scopes() {
    return scopes;
  }
}
