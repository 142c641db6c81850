package eu.gardefou.cli;

import eu.gardefou.vision.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The highest scores that ordinary pictures get: a threshold below them raises false alarms. */
final class Highest {
  private static final String AGREED = "two models agree";

  private final Map<String, Map<String, Double>> byScope = new TreeMap<>();

  /** Adds the scores of one ordinary picture. */
  void add(List<Score> scores) {
    Map<String, Map<String, Double>> byMeasure = new HashMap<>();
    for (Score score : scores) {
      if (!score.measure().equals("suggestive")) {
        put(score.model(), Evaluation.way(score.view()), score.value());
        byMeasure
            .computeIfAbsent(score.measure(), _ -> new HashMap<>())
            .merge(score.model(), score.value(), Math::max);
      }
    }
    byMeasure.forEach((measure, models) -> put(AGREED, measure, second(models.values())));
  }

  private void put(String scope, String part, double value) {
    byScope.computeIfAbsent(scope, _ -> new TreeMap<>()).merge(part, value, Math::max);
  }

  /** As the policy takes it: the highest that two models reach; of one alone its own. */
  private static double second(Collection<Double> values) {
    return values.stream()
        .sorted(Comparator.reverseOrder())
        .skip(values.size() > 1 ? 1 : 0)
        .findFirst()
        .orElse(0.0);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    byScope.forEach((scope, parts) ->
        parts.forEach((part, value) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%-20s %-16s highest score of an ordinary picture %.2f",
                    scope,
                    part,
                    value))));
    return lines;
  }

  /** By model, or agreement of two, and then by way of looking. */
  Map<String, Map<String, Double>> all() {
    return byScope;
  }
}
