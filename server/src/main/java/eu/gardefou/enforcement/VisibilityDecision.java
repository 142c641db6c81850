package eu.gardefou.enforcement;

/** How content is made less visible (Article 17(1)(a) DSA). */
public enum VisibilityDecision implements Code {
  /** Removal of content. */
  CONTENT_REMOVED,
  /** Disabling access to content. */
  CONTENT_DISABLED,
  /** Demotion of content. */
  CONTENT_DEMOTED,
  /** Age restricted content. */
  CONTENT_AGE_RESTRICTED,
  /** Restricting interaction with content. */
  CONTENT_INTERACTION_RESTRICTED,
  /** Labelled content. */
  CONTENT_LABELLED,
  /** Another restriction, which is then described. */
  OTHER;

  @Override
  public String code() {
    return "DECISION_VISIBILITY_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static VisibilityDecision of(String code) {
    return Code.of(VisibilityDecision.class, code);
  }
}
