package eu.gardefou.notices;

/** What was decided about a notice. */
public enum Outcome {
  /** Acted upon, because it is illegal. */
  ACTION_LAW,
  /** Acted upon, because the terms do not allow it. */
  ACTION_TC,
  /** Not acted upon. */
  NO_ACTION
}
