package eu.gardefou.enforcement;

/** How the service is restricted (Article 17(1)(c) DSA). */
public enum ServiceDecision implements Code {
  /** A part is suspended. */
  PARTIAL_SUSPENSION,
  /** All of it is suspended. */
  TOTAL_SUSPENSION,
  /** A part ends. */
  PARTIAL_TERMINATION,
  /** All of it ends. */
  TOTAL_TERMINATION;

  @Override
  public String code() {
    return "DECISION_PROVISION_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static ServiceDecision of(String code) {
    return Code.of(ServiceDecision.class, code);
  }
}
