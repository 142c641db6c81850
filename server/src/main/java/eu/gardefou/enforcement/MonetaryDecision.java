package eu.gardefou.enforcement;

/** How payments are restricted (Article 17(1)(b) DSA). */
public enum MonetaryDecision implements Code {
  /** Payments are suspended. */
  SUSPENSION,
  /** Payments end. */
  TERMINATION,
  /** Another restriction, which is then described. */
  OTHER;

  @Override
  public String code() {
    return "DECISION_MONETARY_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static MonetaryDecision of(String code) {
    return Code.of(MonetaryDecision.class, code);
  }
}
