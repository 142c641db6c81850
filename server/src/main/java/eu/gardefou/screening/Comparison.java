package eu.gardefou.screening;

import eu.gardefou.policy.Decision;
import eu.gardefou.screening.Replay.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Two policies' decisions on the same content, counted. For one thread. */
public final class Comparison {
  private final int shown;
  private long judged;
  private long same;
  private long stricter;
  private long laxer;
  private long otherRules;
  private final Map<Transition, Examples> transitions = new TreeMap<>();
  private final Map<String, Long> begins = new TreeMap<>();
  private final Map<String, Long> ends = new TreeMap<>();
  private final Map<String, Long> left = new TreeMap<>();
  private final Map<String, Long> older = new TreeMap<>();

  Comparison(int shown) {
    this.shown = shown;
  }

  /** From one decision to another. */
  public record Transition(Decision from, Decision to) implements Comparable<Transition> {
    @Override
    public int compareTo(Transition other) {
      int first = from.compareTo(other.from);
      return first == 0 ? to.compareTo(other.to) : first;
    }
  }

  /** How many decisions, and the first of them. */
  public static final class Examples {
    private long count;
    private final List<UUID> ids = new ArrayList<>();

    /** How many. */
    public long count() {
      return count;
    }

    /** The first of them. */
    public List<UUID> ids() {
      return List.copyOf(ids);
    }
  }

  void compare(UUID id, Said before, Said after) {
    judged++;
    int order = after.decision().compareTo(before.decision());
    same += order == 0 ? 1 : 0;
    stricter += order > 0 ? 1 : 0;
    laxer += order < 0 ? 1 : 0;
    otherRules += order == 0 && !after.rules().equals(before.rules()) ? 1 : 0;
    Examples examples =
        transitions.computeIfAbsent(
            new Transition(before.decision(), after.decision()), _ -> new Examples());
    examples.count++;
    if (order != 0 && examples.ids.size() < shown) {
      examples.ids.add(id);
    }
    after.rules().stream()
        .filter(rule -> !before.rules().contains(rule))
        .forEach(rule -> begins.merge(rule, 1L, Long::sum));
    before.rules().stream()
        .filter(rule -> !after.rules().contains(rule))
        .forEach(rule -> ends.merge(rule, 1L, Long::sum));
  }

  void left(String why) {
    left.merge(why, 1L, Long::sum);
  }

  void older(String shape) {
    older.merge(shape, 1L, Long::sum);
  }

  /** How many decisions were taken in. */
  public long read() {
    return judged + left.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many of them were compared. */
  public long judged() {
    return judged;
  }

  /** How many are the same. */
  public long same() {
    return same;
  }

  /** How many of the same are so by other rules. */
  public long otherRules() {
    return otherRules;
  }

  /** How many are stricter. */
  public long stricter() {
    return stricter;
  }

  /** How many are laxer. */
  public long laxer() {
    return laxer;
  }

  /** How many went from what to what. */
  public Map<Transition, Examples> transitions() {
    return Collections.unmodifiableMap(transitions);
  }

  /** How often a rule fires that did not before. */
  public Map<String, Long> begins() {
    return Collections.unmodifiableMap(begins);
  }

  /** How often a rule fires no more. */
  public Map<String, Long> ends() {
    return Collections.unmodifiableMap(ends);
  }

  /** What could not be compared, by the reason. */
  public Map<String, Long> left() {
    return Collections.unmodifiableMap(left);
  }

  /** Decisions with signals in the shape of an earlier version, which were compared. */
  public Map<String, Long> older() {
    return Collections.unmodifiableMap(older);
  }

  /** All of it as a JSON object in key order. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("read", read());
    json.put("compared", judged);
    json.put("same", same);
    json.put("same_by_other_rules", otherRules);
    json.put("stricter", stricter);
    json.put("laxer", laxer);
    List<Map<String, Object>> all = new ArrayList<>();
    transitions.forEach((transition, examples) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("from", transition.from().word());
      one.put("to", transition.to().word());
      one.put("count", examples.count());
      one.put("decisions", examples.ids().stream().map(UUID::toString).toList());
      all.add(one);
    });
    json.put("transitions", all);
    json.put("rules_that_begin", begins);
    json.put("rules_that_end", ends);
    json.put("not_compared", left);
    json.put("older_shapes", older);
    return json;
  }
}
