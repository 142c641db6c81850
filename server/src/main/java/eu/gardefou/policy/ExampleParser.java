package eu.gardefou.policy;

import eu.gardefou.policy.Signal.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads examples: content described by what the checks would find in it. */
final class ExampleParser {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "kind",
          "consent",
          "text",
          "covered",
          "inputs",
          "outputs",
          "missing",
          "context",
          "expect",
          "rules",
          "mask",
          "lineage",
          "ancestors");
  private static final Set<String> CONCEPTS =
      ContentView.CONCEPTS.stream()
          .map(concept -> concept.replace('-', '_'))
          .collect(Collectors.toSet());
  private static final Set<String> LINEAGE_KEYS = Set.of("turns", "refusals", "hinted", "bared");
  private static final int MANY = 1000;
  private static final Set<String> CONTEXT_KEYS = Set.of("country", "surface", "tier");

  private final Problems problems;
  private final Set<String> knownRules;
  private final PictureParser pictures;

  ExampleParser(Problems problems, Set<String> knownRules) {
    this.problems = problems;
    this.knownRules = knownRules;
    this.pictures = new PictureParser(problems);
  }

  Optional<Example> parse(Node node) {
    return Section.of(problems, node, "an example", KEYS).map(this::example);
  }

  private Example example(Section section) {
    Node place = section.value("expect").orElse(section.node());
    Decision expected =
        section
            .requiredScalar("expect")
            .map(word -> RuleParser.decision(problems, word))
            .orElse(Decision.ALLOW);
    Kind kind =
        section
            .requiredScalar("kind")
            .map(word -> word(word, Kind.values(), Kind::word))
            .orElse(Kind.UPLOAD);
    Consent consent =
        section
            .scalar("consent")
            .map(word -> word(word, Consent.values(), Vocabulary::word))
            .orElse(Consent.NONE);
    return new Example(
        section.requiredScalar("name").map(ScalarNode::getValue).orElse(""),
        kind,
        consent,
        signals(section),
        context(section),
        expected,
        rules(section, expected),
        problems.place(place));
  }

  private <T extends Enum<T>> T word(ScalarNode scalar, T[] values, Function<T, String> word) {
    for (T value : values) {
      if (word.apply(value).equals(scalar.getValue())) {
        return value;
      }
    }
    problems.at(
        scalar,
        "'"
            + scalar.getValue()
            + "' is not one of "
            + Arrays.stream(values).map(word).collect(Collectors.joining(", ")));
    return values[0];
  }

  private List<String> rules(Section section, Decision expected) {
    Set<String> rules = new LinkedHashSet<>();
    for (ScalarNode rule : section.scalars("rules")) {
      if (!knownRules.contains(rule.getValue())) {
        problems.at(rule, "there is no rule '" + rule.getValue() + "'");
      }
      rules.add(rule.getValue());
    }
    if (rules.isEmpty() != (expected == Decision.ALLOW)) {
      problems.at(
          section.node(),
          "an example names exactly the 'rules' that fire, and none when it expects allow");
    }
    return List.copyOf(rules);
  }

  private List<Signal> signals(Section section) {
    List<Signal> signals = new ArrayList<>();
    section
        .value("text")
        .flatMap(node -> Section.of(problems, node, "'text'", CONCEPTS))
        .ifPresent(text -> words(text, signals));
    if (!section.flag("covered", true)) {
      signals.add(new Signal.LanguageNotCovered());
    }
    pictures.read(section.list("inputs"), Part.INPUT, signals);
    pictures.read(section.list("outputs"), Part.OUTPUT, signals);
    section
        .scalar("mask")
        .map(open -> section.number(open, 1))
        .map(Signal.Mask::new)
        .ifPresent(signals::add);
    pictures.readAncestors(section.list("ancestors"), signals);
    section
        .value("lineage")
        .flatMap(node -> Section.of(problems, node, "'lineage'", LINEAGE_KEYS))
        .map(ExampleParser::lineage)
        .ifPresent(signals::add);
    for (ScalarNode check : section.scalars("missing")) {
      signals.add(new Signal.NotAssessed(Part.INPUT, check.getValue(), "example"));
    }
    return signals;
  }

  private void words(Section text, List<Signal> signals) {
    for (String concept : text.keys()) {
      text.scalar(concept)
          .map(strength -> text.number(strength, 1))
          .map(strength -> new Signal.Text(concept.replace('_', '-'), strength, "example", "any"))
          .ifPresent(signals::add);
    }
  }

  private static Signal lineage(Section past) {
    return new Signal.Lineage(
        (int) number(past, "turns"),
        (int) number(past, "refusals"),
        number(past, "hinted"),
        number(past, "bared"));
  }

  private static double number(Section section, String key) {
    return section.scalar(key).map(value -> section.number(value, MANY)).orElse(0.0);
  }

  private Optional<Context> context(Section section) {
    return section
        .value("context")
        .flatMap(node -> Section.of(problems, node, "a context", CONTEXT_KEYS))
        .map(facts ->
            new Context(
                facts.scalar("country").map(ScalarNode::getValue).orElse(null),
                facts.scalar("surface").map(ScalarNode::getValue).orElse(""),
                facts.scalar("tier").map(ScalarNode::getValue).orElse("")));
  }
}
