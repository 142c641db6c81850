package eu.gardefou.enforcement;

/**
 * Why something was restricted (Article 17(3) DSA): complete, or it cannot be made. Its parts carry
 * the checks that the Commission's validator makes, and those that it does not.
 *
 * @param effect element (a): what, where, how long
 * @param circumstances element (b): facts and source
 * @param automation element (c): automated means
 * @param ground elements (d) and (e): the law, or a clause
 * @param classification what it was about, in the official terms
 * @param redress element (f): what can be done against it
 * @param duty whether Article 17 asks for it
 */
public record StatementOfReasons(
    Effect effect,
    Circumstances circumstances,
    Automation automation,
    Ground ground,
    Classification classification,
    Redress redress,
    Duty duty) {
  /** Refuses keywords that leave minors out, for content that shows one or may. */
  public StatementOfReasons {
    if (circumstances.content().minor() != Content.Minor.NO) {
      classification.keywords().stream()
          .filter(Keyword::excludesMinors)
          .findFirst()
          .ifPresent(StatementOfReasons::refuse);
    }
  }

  private static void refuse(Keyword keyword) {
    Keyword instead = keyword.ofMinors();
    throw new StatementProblem(
        "category_specification",
        keyword.code()
            + " leaves out content that shows minors: it is "
            + Category.PROTECTION_OF_MINORS.label(instead)
            + ", "
            + instead.code()
            + ", of "
            + Category.PROTECTION_OF_MINORS.code()
            + ".");
  }
}
