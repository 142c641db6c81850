package eu.gardefou.policy;

import eu.gardefou.policy.RuleLanguage.Condition;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads rules and compiles their conditions. */
final class RuleParser {
  private static final Set<String> KEYS = Set.of("id", "when", "then", "category", "text");

  /** Where a rule stands, and so what it can see. */
  enum Scope {
    FLOOR,
    OVERLAY
  }

  /** Building a language takes longer than compiling a policy, so it is built once, on need. */
  private static final class FloorLanguage {
    static final RuleLanguage BUILT = RuleLanguage.floor();
  }

  /** Few policies have overlays. */
  private static final class OverlayLanguage {
    static final RuleLanguage BUILT = RuleLanguage.overlay();
  }

  private final Problems problems;
  private final Set<String> ids =
      new HashSet<>(Set.of(LoadedPolicy.POLICY_ERROR, LoadedPolicy.CHECK_MISSING));

  RuleParser(Problems problems) {
    this.problems = problems;
  }

  List<Rule> parse(List<Node> nodes, Scope scope) {
    return nodes.stream()
        .map(node -> Section.of(problems, node, "a rule", KEYS))
        .flatMap(Optional::stream)
        .map(section -> rule(section, scope))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Every identifier that was read, those of rules that do not compile included. */
  Set<String> ids() {
    return Collections.unmodifiableSet(ids);
  }

  private Optional<Rule> rule(Section section, Scope scope) {
    String id = section.word("id");
    if (!id.isEmpty() && !ids.add(id)) {
      section.value("id").ifPresent(node -> problems.at(node, "the rule id '" + id + "' is taken"));
    }
    Reason reason =
        new Reason(id, decision(section), section.word("category"), section.sentence("text"));
    Node place = section.value("id").orElse(section.node());
    return section
        .requiredScalar("when")
        .flatMap(when -> condition(when, scope))
        .map(condition -> new Rule(reason, condition, problems.place(place)));
  }

  private Decision decision(Section section) {
    Optional<ScalarNode> then = section.requiredScalar("then");
    Decision decision = then.map(node -> decision(problems, node)).orElse(Decision.REFUSE);
    if (decision == Decision.ALLOW) {
      then.ifPresent(
          node -> problems.at(node, "no rule allows: content passes when no rule objects"));
    }
    return decision;
  }

  /** Reads a decision's word. */
  static Decision decision(Problems problems, ScalarNode node) {
    for (Decision decision : Decision.values()) {
      if (decision.word().equals(node.getValue())) {
        return decision;
      }
    }
    problems.at(
        node,
        "there is no decision '"
            + node.getValue()
            + "'; it is one of allow, mark, review, refuse, refuse-and-report");
    return Decision.REFUSE;
  }

  private Optional<Condition> condition(ScalarNode when, Scope scope) {
    RuleLanguage language =
        switch (scope) {
          case FLOOR -> FloorLanguage.BUILT;
          case OVERLAY -> OverlayLanguage.BUILT;
        };
    return language.compile(
        when.getValue(),
        (offset, sentence) ->
            problems.at(ScalarOrigin.indexOf(problems.text(), when, offset), sentence));
  }
}
