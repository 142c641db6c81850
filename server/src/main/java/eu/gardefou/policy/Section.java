package eu.gardefou.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of the file. Every key is known, stands there once, and holds the right kind. */
final class Section {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_WORD = 64;
  private static final int LONGEST_SENTENCE = 240;

  private final Problems problems;
  private final MappingNode node;
  private final String what;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * Reads a mapping.
   *
   * @param what what it is, for the author, such as {@code a rule}
   */
  Section(Problems problems, MappingNode node, String what, Set<String> keys) {
    this.problems = problems;
    this.node = node;
    this.what = what;
    for (NodeTuple tuple : node.getValue()) {
      take(tuple, keys);
    }
  }

  /** The mapping that a node should be; empty when it is none and the problems say so. */
  static Optional<Section> of(Problems problems, Node node, String what, Set<String> keys) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Section(problems, mapping, what, keys));
    }
    problems.at(node, what + " is a mapping with the keys " + listed(keys));
    return Optional.empty();
  }

  private void take(NodeTuple tuple, Set<String> keys) {
    Node key = tuple.getKeyNode();
    if (!(key instanceof ScalarNode scalar)) {
      problems.at(key, "a key is a plain word");
    } else if (!keys.contains(scalar.getValue())) {
      problems.at(
          key, what + " has no key '" + scalar.getValue() + "'; its keys are " + listed(keys));
    } else if (values.putIfAbsent(scalar.getValue(), tuple.getValueNode()) != null) {
      problems.at(key, "the key '" + scalar.getValue() + "' stands here a second time");
    }
  }

  private static String listed(Set<String> keys) {
    return String.join(", ", new TreeSet<>(keys));
  }

  Node node() {
    return node;
  }

  Set<String> keys() {
    return values.keySet();
  }

  Optional<Node> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** A scalar as written; empty when the key is absent or its value is something else. */
  Optional<ScalarNode> scalar(String key) {
    return value(key).flatMap(value -> scalar(value, "'" + key + "'"));
  }

  private Optional<ScalarNode> scalar(Node value, String name) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar);
    }
    problems.at(value, name + " is a text");
    return Optional.empty();
  }

  /** A scalar that has to be there. */
  Optional<ScalarNode> requiredScalar(String key) {
    if (!values.containsKey(key)) {
      problems.at(node, what + " needs '" + key + "'");
    }
    return scalar(key);
  }

  /** A required identifier: lower-case words joined by hyphens. */
  String word(String key) {
    Optional<ScalarNode> scalar = requiredScalar(key);
    scalar
        .filter(s -> !isWord(s.getValue()))
        .ifPresent(s ->
            problems.at(
                s,
                "'"
                    + key
                    + "' is lower-case words joined by hyphens, at most "
                    + LONGEST_WORD
                    + " characters"));
    return scalar.map(ScalarNode::getValue).orElse("");
  }

  private static boolean isWord(String value) {
    return value.length() <= LONGEST_WORD && WORD.matcher(value).matches();
  }

  /** A required sentence on one line. */
  String sentence(String key) {
    Optional<ScalarNode> scalar = requiredScalar(key);
    scalar
        .filter(s -> !isSentence(s.getValue()))
        .ifPresent(s ->
            problems.at(
                s,
                "'"
                    + key
                    + "' is one plain sentence that ends with a full stop, at most "
                    + LONGEST_SENTENCE
                    + " characters"));
    return scalar.map(ScalarNode::getValue).orElse("");
  }

  private static boolean isSentence(String value) {
    return value.length() <= LONGEST_SENTENCE && value.endsWith(".") && value.indexOf('\n') < 0;
  }

  /** The members of a list; none when the key is absent. */
  List<Node> list(String key) {
    return value(key).map(value -> list(value, "'" + key + "'")).orElse(List.of());
  }

  private List<Node> list(Node value, String name) {
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.at(value, name + " is a list");
    return List.of();
  }

  /** The members of a list of scalars; none when the key is absent. */
  List<ScalarNode> scalars(String key) {
    return list(key).stream()
        .flatMap(member -> scalar(member, "each member of '" + key + "'").stream())
        .toList();
  }

  /** A truth value, or the stand-in when the key is absent. */
  boolean flag(String key, boolean otherwise) {
    return scalar(key)
        .map(scalar ->
            switch (scalar.getValue()) {
              case "true" -> true;
              case "false" -> false;
              default -> {
                problems.at(scalar, "'" + key + "' is true or false");
                yield otherwise;
              }
            })
        .orElse(otherwise);
  }

  /** Reads a number between zero and a bound. */
  double number(ScalarNode scalar, double most) {
    if (NUMBER.matcher(scalar.getValue()).matches()) {
      double number = Double.parseDouble(scalar.getValue());
      if (number <= most) {
        return number;
      }
    }
    String bound = most == Math.rint(most) ? Long.toString((long) most) : Double.toString(most);
    problems.at(scalar, "a number from 0 to " + bound + " belongs here");
    return 0;
  }
}
