package eu.gardefou.enforcement;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The platform's own identifier of a statement in the Transparency Database: unique for all times,
 * and made from nothing that says something about a person.
 *
 * @param value 1 to 500 letters, digits, hyphens and underscores
 */
public record Puid(String value) {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_-]{1,500}");

  /** Refuses another form. */
  public Puid {
    if (!FORM.matcher(value).matches()) {
      throw new StatementProblem(
          "puid", "A puid is 1 to 500 letters, digits, hyphens and underscores.");
    }
  }

  /** Of a decision and its revision: the same however often it is asked for. */
  static Puid of(UUID action, int revision) {
    return new Puid(action + "-" + revision);
  }
}
