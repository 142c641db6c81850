package eu.gardefou.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Turns a policy file into a compiled policy and its examples, telling of every problem. */
final class PolicyParser {
  private static final Set<String> POLICY_KEYS = Set.of("name", "floor", "overlays", "examples");
  private static final Set<String> OVERLAY_KEYS = Set.of("id", "countries", "rules");
  private static final int MOST_RULES = 500;

  /** What a file holds. */
  record Parsed(LoadedPolicy policy, List<Example> examples) {}

  private final Problems problems;
  private final RuleParser rules;
  private final Set<String> overlays = new HashSet<>();

  PolicyParser(Problems problems) {
    this.problems = problems;
    this.rules = new RuleParser(problems);
  }

  /** What the file holds, to be used only when there are no problems. */
  Parsed parse(MappingNode root) {
    Section section = new Section(problems, root, "a policy", POLICY_KEYS);
    String name = section.word("name");
    if (section.value("floor").isEmpty()) {
      problems.at(root, "a policy needs 'floor', the rules that hold everywhere");
    }
    List<Rule> floor = rules.parse(section.list("floor"), RuleParser.Scope.FLOOR);
    List<Overlay> extra = new ArrayList<>();
    for (Node node : section.list("overlays")) {
      Section.of(problems, node, "an overlay", OVERLAY_KEYS)
          .map(this::overlay)
          .ifPresent(extra::add);
    }
    LoadedPolicy policy = new LoadedPolicy(name, problems.text().version(), floor, extra);
    limit(policy, root);
    return new Parsed(policy, examples(section));
  }

  private void limit(LoadedPolicy policy, Node root) {
    if (policy.rules().size() > MOST_RULES) {
      problems.at(root, "a policy has at most " + MOST_RULES + " rules");
    }
  }

  private List<Example> examples(Section section) {
    ExampleParser parser = new ExampleParser(problems, rules.ids());
    return section.list("examples").stream().map(parser::parse).flatMap(Optional::stream).toList();
  }

  private Overlay overlay(Section section) {
    String id = section.word("id");
    if (!id.isEmpty() && !overlays.add(id)) {
      problems.at(section.node(), "there is another overlay '" + id + "'");
    }
    if (section.list("countries").isEmpty()) {
      problems.at(section.node(), "an overlay needs 'countries', a list of two-letter codes");
    }
    Set<String> countries =
        section.scalars("countries").stream().map(this::country).collect(Collectors.toSet());
    return new Overlay(id, countries, rules.parse(section.list("rules"), RuleParser.Scope.OVERLAY));
  }

  private String country(ScalarNode scalar) {
    if (!Vocabulary.isCountry(scalar.getValue())) {
      problems.at(scalar, "'" + scalar.getValue() + "' is no ISO 3166-1 country code in capitals");
    }
    return scalar.getValue();
  }
}
