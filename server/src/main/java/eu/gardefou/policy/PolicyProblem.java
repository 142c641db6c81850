package eu.gardefou.policy;

/**
 * One thing that is wrong with a policy file.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param sentence what is wrong, in one plain sentence
 */
public record PolicyProblem(int line, int column, String sentence) {
  /** The problem as compilers print it, {@code file:line:column: sentence}. */
  public String in(String file) {
    return file + ":" + line + ":" + column + ": " + sentence;
  }
}
