package eu.gardefou.prompts;

/**
 * One thing found in a written request. Never holds the request's own words.
 *
 * @param strength 0 to 1
 * @param rule identifier in the language's data file, such as {@code fr:undress-remove}
 * @param language ISO 639-1 code of the data file, or {@code any}
 * @param reading which reading of the text showed it: {@code plain}, {@code folded}, {@code
 *     spaced}, {@code decoded-base64} and so on
 */
public record PromptFinding(
    Concept concept, double strength, String rule, String language, String reading) {
  /** Whether it rests on what such requests are like on the whole, and not on a rule. */
  public boolean isGist() {
    return rule.endsWith(":gist");
  }
}
