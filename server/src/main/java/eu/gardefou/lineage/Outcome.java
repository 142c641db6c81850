package eu.gardefou.lineage;

import java.util.Locale;

/** What became of a request. */
public enum Outcome {
  /** It was cleared, and there is no result yet. */
  OPEN,
  /** Its pictures were delivered. */
  RELEASED,
  /** It was refused for what it is. */
  REFUSED,
  /** It waits for a person. */
  HELD,
  /** A check could not be done, which says nothing of the request. */
  UNASSESSED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether nobody may try the same again until something else comes out. */
  boolean isRemembered() {
    return this == REFUSED || this == HELD;
  }
}
