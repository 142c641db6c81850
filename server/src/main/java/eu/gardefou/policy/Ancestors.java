package eu.gardefou.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gathers what is known of first ancestors. One that other models scored, or another version of
 * them, cannot be compared by that measure and is left out; the others count.
 */
final class Ancestors {
  private final List<Signal.Ancestor> all = new ArrayList<>();

  /** The models that gave a measure for one picture. */
  private record Scored(int index, String measure) {}

  void add(Signal.Ancestor ancestor) {
    all.add(ancestor);
  }

  /**
   * Those that can be compared with what is seen today: one model alone would speak for two, so all
   * models, or none.
   */
  List<Signal.Ancestor> comparable(List<Signal> signals) {
    Map<String, Set<String>> today = new HashMap<>();
    for (Signal signal : signals) {
      if (signal instanceof Signal.Score score) {
        today
            .computeIfAbsent(score.measure(), _ -> new HashSet<>())
            .add(source(score.model(), score.version()));
      }
    }
    Map<Scored, Set<String>> then = new HashMap<>();
    all.forEach(ancestor ->
        then.computeIfAbsent(scored(ancestor), _ -> new HashSet<>())
            .add(source(ancestor.model(), ancestor.version())));
    return all.stream()
        .filter(
            ancestor -> Objects.equals(then.get(scored(ancestor)), today.get(ancestor.measure())))
        .toList();
  }

  private static Scored scored(Signal.Ancestor ancestor) {
    return new Scored(ancestor.index(), ancestor.measure());
  }

  private static String source(String model, String version) {
    return model + " " + version;
  }

  static Pictures pictures(List<Signal.Ancestor> ancestors) {
    PictureTally tally = new PictureTally();
    ancestors.forEach(tally::add);
    return tally.pictures();
  }

  static Set<String> measures(List<Signal.Ancestor> ancestors) {
    return ancestors.stream().map(Signal.Ancestor::measure).collect(Collectors.toSet());
  }
}
