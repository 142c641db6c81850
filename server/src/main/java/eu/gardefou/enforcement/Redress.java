package eu.gardefou.enforcement;

/**
 * What the recipient can do against the decision (Article 17(3)(f) DSA): always all three. Each
 * says where, in the recipient's language, such as an address; up to 1,000 characters.
 *
 * @param complaint the internal complaint system (Article 20)
 * @param outOfCourt the bodies for settling disputes out of court (Article 21)
 * @param court judicial redress
 */
public record Redress(String complaint, String outOfCourt, String court) {
  /** Refuses to leave one out. */
  public Redress {
    complaint = way("the internal complaint system", complaint);
    outOfCourt = way("out-of-court dispute settlement", outOfCourt);
    court = way("judicial redress", court);
  }

  private static String way(String name, String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > 1_000) {
      throw new StatementProblem(
          "redress", "A statement of reasons says in 1 to 1,000 characters where " + name + " is.");
    }
    return trimmed;
  }
}
