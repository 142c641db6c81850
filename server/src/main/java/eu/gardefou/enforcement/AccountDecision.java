package eu.gardefou.enforcement;

/** What happens to the account (Article 17(1)(d) DSA). */
public enum AccountDecision implements Code {
  /** Suspended for a time. */
  SUSPENDED,
  /** Closed. */
  TERMINATED;

  @Override
  public String code() {
    return "DECISION_ACCOUNT_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static AccountDecision of(String code) {
    return Code.of(AccountDecision.class, code);
  }
}
