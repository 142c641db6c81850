package eu.gardefou.enforcement;

/** On what a decision rests (Article 17(3)(d) and (e) DSA). */
public enum GroundType implements Code {
  /** The law. */
  ILLEGAL_CONTENT,
  /** The terms and conditions. */
  INCOMPATIBLE_CONTENT;

  @Override
  public String code() {
    return "DECISION_GROUND_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static GroundType of(String code) {
    return Code.of(GroundType.class, code);
  }
}
