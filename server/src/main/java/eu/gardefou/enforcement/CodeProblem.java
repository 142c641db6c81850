package eu.gardefou.enforcement;

/** A code that is in no list. The message is one plain sentence and names the nearest code. */
public final class CodeProblem extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 100;

  CodeProblem(Class<?> list, String code, String nearest) {
    super(
        "\""
            + (code.length() > LONGEST ? code.substring(0, LONGEST) + "…" : code)
            + "\" is not a code of the list "
            + list.getSimpleName()
            + "; the most similar one is "
            + nearest
            + ".");
  }
}
