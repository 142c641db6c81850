package eu.gardefou.policy;

import eu.gardefou.policy.Signal.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads an example's pictures. {@code explicit} and {@code suggestive} list one score a model; when
 * they are absent two models see nothing. {@code faces} lists apparent ages, or {@code unknown};
 * {@code newly_bare} and {@code barer} list comparisons with the input, or {@code unknown}.
 */
final class PictureParser {
  private static final Set<String> KEYS =
      Set.of(
          "explicit",
          "suggestive",
          "explicit_part",
          "faces",
          "match",
          "unhashable",
          "marks",
          "newly_bare",
          "barer");
  private static final int OLDEST = 120;
  private static final String VERSION = "example";

  private final Problems problems;

  PictureParser(Problems problems) {
    this.problems = problems;
  }

  void read(List<Node> nodes, Part part, List<Signal> signals) {
    for (int i = 0; i < nodes.size(); i++) {
      int index = i;
      Section.of(problems, nodes.get(i), "a picture", KEYS)
          .ifPresent(picture -> read(picture, part, index, signals));
    }
  }

  private void read(Section picture, Part part, int index, List<Signal> signals) {
    scores(picture, "explicit", part, index, signals);
    scores(picture, "suggestive", part, index, signals);
    scores(picture, "explicit_part", part, index, signals);
    for (ScalarNode age : picture.scalars("faces")) {
      signals.add(new Signal.Face(part, index, 0.9, age(picture, age), "example", VERSION));
    }
    for (ScalarNode bank : picture.scalars("match")) {
      signals.add(match(part, index, bank.getValue()));
    }
    change(picture, "newly_bare", part, index, signals);
    change(picture, "barer", part, index, signals);
    if (picture.flag("unhashable", false)) {
      signals.add(new Signal.Unhashable(part, index, 0));
    }
    picture
        .scalar("marks")
        .map(share -> picture.number(share, 1))
        .ifPresent(share -> signals.add(new Signal.Marks(part, index, share)));
  }

  /** First ancestors: what models said of them, and whether they show a face. */
  void readAncestors(List<Node> nodes, List<Signal> signals) {
    List<Signal> read = new ArrayList<>();
    read(nodes, Part.INPUT, read);
    for (Signal signal : read) {
      if (signal instanceof Signal.Score score) {
        boolean face =
            read.stream()
                .anyMatch(
                    other -> other instanceof Signal.Face seen && seen.index() == score.index());
        signals.add(
            new Signal.Ancestor(
                score.index(), face, score.measure(), score.value(), score.model(), VERSION));
      }
    }
  }

  /** By a bank's kind, or the name of a bank without a kind of its own. */
  private static Signal.Match match(Part part, int index, String word) {
    boolean quarantined = word.equals(ContentView.QUARANTINED);
    return new Signal.Match(part, index, word, word, "example", 0, quarantined);
  }

  private static void change(
      Section picture, String measure, Part part, int index, List<Signal> signals) {
    for (ScalarNode value : picture.scalars(measure)) {
      boolean unknown = value.getValue().equals("unknown");
      double barer = unknown ? Double.NaN : picture.number(value, 1);
      String name = measure.replace('_', '-');
      signals.add(new Signal.Change(part, index, 0, name, barer, "example", VERSION));
    }
  }

  private static double age(Section picture, ScalarNode age) {
    return age.getValue().equals("unknown") ? Double.NaN : picture.number(age, OLDEST);
  }

  private static void scores(
      Section picture, String measure, Part part, int index, List<Signal> signals) {
    Optional<Node> given = picture.value(measure);
    List<Double> values =
        given.isEmpty()
            ? List.of(0.0, 0.0)
            : picture.scalars(measure).stream().map(value -> picture.number(value, 1)).toList();
    for (int model = 0; model < values.size(); model++) {
      signals.add(
          new Signal.Score(
              part,
              index,
              measure.replace('_', '-'),
              values.get(model),
              "model-" + model,
              VERSION));
    }
  }
}
