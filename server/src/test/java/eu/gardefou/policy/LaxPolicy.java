package eu.gardefou.policy;

import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Policies that cannot be loaded, to show what keeps them from it. */
public final class LaxPolicy {
  private LaxPolicy() {}

  /**
   * The built-in policy with a rule that never fires. Its examples would notice, so it has none.
   */
  public static Policy withRuleAsleep(String rule) {
    String text = SmallPolicy.builtInWithRuleAsleep(rule);
    return Policies.load(text.substring(0, text.indexOf("\nexamples:") + 1), rule + " asleep");
  }

  /** The text of a policy with one rule on its floor. */
  public static String floorOf(String when) {
    return SmallPolicy.floor(SmallPolicy.rule("only", when, "refuse"));
  }

  /**
   * A policy whose floor is compiled in the language of overlays, so that nothing keeps its rules
   * from reading who asks, where and by which door.
   */
  public static Policy thatSeesTheContext(String text) {
    Problems problems = new Problems(PolicyText.of(text));
    MappingNode root = new YamlReader(problems).read().orElseThrow();
    Section section = new Section(problems, root, "a policy", Set.of("name", "floor"));
    List<Rule> floor =
        new RuleParser(problems).parse(section.list("floor"), RuleParser.Scope.OVERLAY);
    if (!problems.isEmpty()) {
      throw new PolicyError("lax", problems.inFileOrder());
    }
    return new LoadedPolicy(section.word("name"), problems.text().version(), floor, List.of());
  }
}
