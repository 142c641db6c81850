package eu.gardefou.enforcement;

/** Whose account it is. */
public enum AccountType implements Code {
  /** A trader's. */
  BUSINESS,
  /** A private person's. */
  PRIVATE;

  @Override
  public String code() {
    return "ACCOUNT_TYPE_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static AccountType of(String code) {
    return Code.of(AccountType.class, code);
  }
}
