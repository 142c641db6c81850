package eu.gardefou.enforcement;

/** How far a machine decided (Article 17(3)(c) DSA). */
public enum AutomatedDecision implements Code {
  /** Without a person. */
  FULLY,
  /** A machine and a person. */
  PARTIALLY,
  /** A person. */
  NOT_AUTOMATED;

  @Override
  public String code() {
    return "AUTOMATED_DECISION_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static AutomatedDecision of(String code) {
    return Code.of(AutomatedDecision.class, code);
  }
}
