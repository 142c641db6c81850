package eu.gardefou.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what is known of first ancestors. What other models said, or another version of them,
 * cannot be compared, and does not count.
 */
final class Ancestors {
  private final List<Signal.Ancestor> all = new ArrayList<>();

  private record Source(String measure, String model, String version) {
    static Source of(Signal.Score score) {
      return new Source(score.measure(), score.model(), score.version());
    }

    static Source of(Signal.Ancestor ancestor) {
      return new Source(ancestor.measure(), ancestor.model(), ancestor.version());
    }
  }

  void add(Signal.Ancestor ancestor) {
    all.add(ancestor);
  }

  Pictures pictures() {
    PictureTally tally = new PictureTally();
    all.forEach(tally::add);
    return tally.pictures();
  }

  /**
   * The measures by which all of them can be compared with what is seen today: one model alone
   * would speak for two, so all models, or none.
   */
  Set<String> compared(List<Signal> signals) {
    Set<Source> today = new HashSet<>();
    for (Signal signal : signals) {
      if (signal instanceof Signal.Score score) {
        today.add(Source.of(score));
      }
    }
    Map<Integer, Set<Source>> then = new HashMap<>();
    all.forEach(ancestor ->
        then.computeIfAbsent(ancestor.index(), _ -> new HashSet<>()).add(Source.of(ancestor)));
    Set<String> measures = new HashSet<>();
    all.forEach(ancestor -> measures.add(ancestor.measure()));
    measures.removeIf(measure ->
        then.values().stream()
            .anyMatch(sources -> !of(measure, sources).equals(of(measure, today))));
    return measures;
  }

  private static Set<Source> of(String measure, Set<Source> sources) {
    Set<Source> some = new HashSet<>(sources);
    some.removeIf(source -> !source.measure().equals(measure));
    return some;
  }
}
