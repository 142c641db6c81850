package eu.gardefou.policy;

import dev.cel.runtime.CelEvaluationException;
import eu.gardefou.policy.Vocabulary.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy from a file, compiled.
 *
 * <p>Overlays cannot soften anything by construction: their reasons are added to the floor's, and
 * the decision is the join of all reasons.
 */
record LoadedPolicy(String name, String version, List<Rule> floor, List<Overlay> overlays)
    implements Policy {
  static final String POLICY_ERROR = "policy-error";
  static final String CHECK_MISSING = "check-missing";

  private static final Reason UNANSWERED =
      new Reason(
          POLICY_ERROR,
          Decision.REFUSE,
          "unassessed",
          "A rule could not be evaluated, and what is not assessed is refused.");

  /** Holds whatever the file says: there is no policy under which what is not checked passes. */
  private static final Reason UNCHECKED =
      new Reason(
          CHECK_MISSING,
          Decision.REFUSE,
          "unassessed",
          "A check could not be done, and what is not checked does not pass.");

  private static final Context NOWHERE = new Context(null, "", "");

  @Override
  public Verdict judge(Kind kind, Consent consent, List<Signal> signals) {
    return verdict(floor.stream(), facts(kind, consent, signals, NOWHERE));
  }

  @Override
  public Verdict judge(Kind kind, Consent consent, List<Signal> signals, Context context) {
    Stream<Rule> extra =
        overlays.stream()
            .filter(overlay -> overlay.applies(context))
            .flatMap(overlay -> overlay.rules().stream());
    return verdict(Stream.concat(floor.stream(), extra), facts(kind, consent, signals, context));
  }

  /** All rules, those of overlays included, in the order of the file. */
  List<Rule> rules() {
    return Stream.concat(
            floor.stream(), overlays.stream().flatMap(overlay -> overlay.rules().stream()))
        .toList();
  }

  private static Facts facts(Kind kind, Consent consent, List<Signal> signals, Context context) {
    return new Facts(ContentView.of(kind, signals), consent, context);
  }

  private Verdict verdict(Stream<Rule> rules, Facts facts) {
    List<Reason> reasons = new ArrayList<>();
    boolean answered = true;
    for (Rule rule : (Iterable<Rule>) rules::iterator) {
      try {
        if (rule.condition().holds(facts)) {
          reasons.add(rule.reason());
        }
      } catch (CelEvaluationException | RuntimeException _) {
        answered = false;
      }
    }
    if (!answered) {
      reasons.add(UNANSWERED);
    }
    if (!facts.content().missing().isEmpty()) {
      reasons.add(UNCHECKED);
    }
    Decision decision =
        reasons.stream().map(Reason::decision).reduce(Decision.ALLOW, Decision::join);
    return new Verdict(decision, reasons, version);
  }
}
