package eu.gardefou.policy;

import eu.gardefou.policy.PolicyText.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Collects what is wrong with one policy file, so that its author hears of everything at once.
 *
 * <p>Readers that find a problem report it here and go on with a stand-in: as soon as there is one
 * problem the file is refused, so a stand-in is never used.
 */
final class Problems {
  private static final Comparator<PolicyProblem> IN_FILE_ORDER =
      Comparator.comparingInt(PolicyProblem::line).thenComparingInt(PolicyProblem::column);

  private final PolicyText text;
  private final List<PolicyProblem> found = new ArrayList<>();

  Problems(PolicyText text) {
    this.text = text;
  }

  PolicyText text() {
    return text;
  }

  Place place(Node node) {
    return text.place(node.getStartMark().getIndex());
  }

  void at(Node node, String sentence) {
    at(place(node), sentence);
  }

  void at(int index, String sentence) {
    at(text.place(index), sentence);
  }

  void at(Place place, String sentence) {
    add(new PolicyProblem(place.line(), place.column(), sentence));
  }

  void add(PolicyProblem problem) {
    found.add(problem);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<PolicyProblem> inFileOrder() {
    return found.stream().sorted(IN_FILE_ORDER).toList();
  }
}
