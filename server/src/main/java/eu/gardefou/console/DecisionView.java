package eu.gardefou.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision as the page shows it: words of the reader's language, plain reasons first.
 *
 * @param decision names the shape and the colour, such as {@code refuse}
 * @param word the decision in words
 * @param what which kind of content it judged
 * @param at ISO 8601
 */
record DecisionView(
    String decision,
    String word,
    String what,
    String meaning,
    String at,
    String when,
    List<Link> links,
    List<ReasonLine> reasons,
    List<SignalLine> signals,
    List<CheckLine> checks,
    List<ContentLine> contents,
    List<Fact> facts) {

  /** Another decision on the same request. */
  record Link(String sentence, String label, String id) {}

  /** One reason; the sentence comes from the policy. */
  record ReasonLine(String text, String decision, String word, String category, String rule) {}

  /**
   * One signal.
   *
   * @param source model or rule
   * @param version of the model; null when it has none
   */
  record SignalLine(
      String where, String finding, String value, String source, @Nullable String version) {}

  /**
   * One check of one part.
   *
   * @param state names the shape
   * @param why empty when there is nothing to say
   */
  record CheckLine(String where, String check, String state, String word, String why) {}

  /** One picture, by digest. */
  record ContentLine(String part, String digest, @Nullable String pdq, String quality) {}

  /**
   * One line of the record.
   *
   * @param code whether it is shown letter by letter
   */
  record Fact(String name, String value, boolean code) {}
}
