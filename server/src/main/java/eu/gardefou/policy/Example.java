package eu.gardefou.policy;

import eu.gardefou.policy.PolicyText.Place;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One of the policy's own tests: content and the decision that it has to get.
 *
 * @param context when the overlays are to be asked as well
 * @param rules exactly the rules that have to fire
 * @param place of the expected decision in the file
 */
record Example(
    String name,
    Kind kind,
    Consent consent,
    List<Signal> signals,
    Optional<Context> context,
    Decision expected,
    List<String> rules,
    Place place) {

  /** What went wrong; empty when the policy decides as expected, for the expected reasons. */
  Optional<PolicyProblem> failure(Policy policy) {
    Verdict verdict =
        context
            .map(facts -> policy.judge(kind, consent, signals, facts))
            .orElseGet(() -> policy.judge(kind, consent, signals));
    if (verdict.decision() == expected
        && new TreeSet<>(verdict.rules()).equals(new TreeSet<>(rules))) {
      return Optional.empty();
    }
    String sentence =
        "the example '"
            + name
            + "' expects "
            + outcome(expected, rules)
            + " but gets "
            + outcome(verdict.decision(), verdict.rules());
    return Optional.of(new PolicyProblem(place.line(), place.column(), sentence));
  }

  private static String outcome(Decision decision, List<String> rules) {
    return rules.isEmpty() ? decision.word() : decision.word() + " by " + String.join(", ", rules);
  }
}
