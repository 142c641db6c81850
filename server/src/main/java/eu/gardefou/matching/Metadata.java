package eu.gardefou.matching;

import eu.gardefou.matching.BankProblem.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What whoever added an entry wants to find in it again. Never used for matching.
 *
 * @param contentId the adder's own name for the content
 * @param contentUri where the adder keeps it; never fetched
 * @param json anything else
 */
public record Metadata(
    @Nullable String contentId, @Nullable String contentUri, @Nullable String json) {
  /** Nothing. */
  public static final Metadata NONE = new Metadata(null, null, null);

  private static final int LONGEST = 2_000;
  private static final int LONGEST_JSON = 16_000;

  /**
   * Checks the lengths.
   *
   * @throws BankProblem when one is too long or cannot be kept
   */
  public Metadata {
    check("content_id", contentId, LONGEST);
    check("content_uri", contentUri, LONGEST);
    check("json", json, LONGEST_JSON);
  }

  private static void check(String name, @Nullable String text, int longest) {
    if (text != null && (text.length() > longest || text.indexOf('\0') >= 0)) {
      throw new BankProblem(
          Cause.INVALID, "The field " + name + " has up to " + longest + " characters.");
    }
  }
}
