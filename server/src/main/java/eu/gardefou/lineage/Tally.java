package eu.gardefou.lineage;

/**
 * What else was asked of the pictures of a chain within a day, by anybody.
 *
 * @param turns how many other requests
 * @param refusals how many others were refused for what they are
 * @param hinted the sum of how strongly the words of those that were not refused hinted at
 *     undressing
 */
public record Tally(int turns, int refusals, double hinted) {
  /** Weaker words say nothing, and many of them say no more. */
  private static final double LEAST_HINT = 0.25;

  /** Of each number the larger one. */
  public Tally orMore(int otherTurns, int otherRefusals, double otherHinted) {
    return new Tally(
        Math.max(turns, otherTurns),
        Math.max(refusals, otherRefusals),
        Math.max(hinted, otherHinted));
  }

  static boolean isHint(double strength) {
    return strength >= LEAST_HINT;
  }
}
