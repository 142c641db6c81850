package eu.gardefou.cli;

import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.vision.Face;
import eu.gardefou.vision.Missing;
import eu.gardefou.vision.Score;
import eu.gardefou.vision.VisionFindings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how often the models and the policy are right. Keeps numbers, no picture and no name. */
final class Evaluation {
  private static final String POLICY = "policy";
  private static final String ALL = "all";
  private static final String SEXUAL = "explicit";
  private static final String PART = "explicit-part";

  private final Policy policy;
  private final Set<String> explicit;
  private final double at;
  private final double partAt;
  private final Map<Key, Tally> tallies = new TreeMap<>();
  private final Highest highest = new Highest();
  private int unreadable;
  private int missing;
  private int looked;

  Evaluation(Policy policy, List<String> explicit, double at, double partAt) {
    this.policy = policy;
    this.explicit = Set.copyOf(explicit);
    this.at = at;
    this.partAt = partAt;
  }

  /** Who says so, looking how, among whom. */
  private record Key(String scope, String part, String among) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return order().compareTo(other.order());
    }

    private String order() {
      return (scope.equals(POLICY) ? "1" : "0") + scope + "\0" + rank(part) + "\0" + rank(among);
    }

    private static String rank(String word) {
      return (word.equals(ALL) ? "0" : "1") + word;
    }
  }

  /** How many ought to be refused, how many not, and how many of each caused an alarm. */
  private static final class Tally {
    private int bad;
    private int found;
    private int ordinary;
    private int alarms;

    void add(boolean isBad, boolean alarmed) {
      if (isBad) {
        bad++;
        found += alarmed ? 1 : 0;
      } else {
        ordinary++;
        alarms += alarmed ? 1 : 0;
      }
    }
  }

  void unreadable() {
    unreadable++;
  }

  void add(Labelled labelled, VisionFindings findings) {
    looked++;
    missing += findings.missing().isEmpty() ? 0 : 1;
    boolean bad = explicit.contains(labelled.label());
    if (!bad) {
      highest.add(findings.scores());
    }
    alarms(findings).forEach((key, alarmed) -> tally(key).add(bad, alarmed));
    Decision decision = policy.judge(Kind.UPLOAD, Consent.NONE, signals(findings)).decision();
    boolean refused = decision.compareTo(Decision.REFUSE) >= 0;
    List<String> among = new ArrayList<>(List.of(ALL, "age " + band(findings)));
    if (!labelled.group().isEmpty()) {
      among.add("group " + labelled.group());
    }
    for (String whom : among) {
      tally(new Key(POLICY, "refused", whom)).add(bad, refused);
      tally(new Key(POLICY, "held", whom)).add(bad, !decision.passes() && !refused);
    }
  }

  private Tally tally(Key key) {
    return tallies.computeIfAbsent(key, _ -> new Tally());
  }

  /** Whether each model, in each way of looking and over all of them, is alarmed. */
  private Map<Key, Boolean> alarms(VisionFindings findings) {
    Map<Key, Boolean> alarms = new HashMap<>();
    for (Score score : findings.scores()) {
      if (score.measure().equals(SEXUAL) || score.measure().equals(PART)) {
        boolean part = score.measure().equals(PART);
        boolean alarmed = score.value() >= (part ? partAt : at);
        String all = part ? "all parts" : ALL;
        alarms.merge(new Key(score.model(), way(score.view()), ALL), alarmed, Boolean::logicalOr);
        alarms.merge(new Key(score.model(), all, ALL), alarmed, Boolean::logicalOr);
      }
    }
    return alarms;
  }

  /** {@code frame-3/person-2} is one way of looking with {@code person-1}. */
  static String way(String view) {
    String last = view.substring(view.lastIndexOf('/') + 1);
    return last.replaceAll("-[0-9]+", "");
  }

  private static List<Signal> signals(VisionFindings findings) {
    List<Signal> signals = new ArrayList<>();
    for (Score s : findings.scores()) {
      signals.add(
          new Signal.Score(
              Part.INPUT, 0, s.measure(), s.value(), s.model(), s.version(), s.view()));
    }
    for (Face f : findings.faces()) {
      signals.add(
          new Signal.Face(
              Part.INPUT, 0, f.confidence(), f.youngest(), f.ageUnknown(), f.model(), f.version()));
    }
    for (Missing gap : findings.missing()) {
      signals.add(new Signal.NotAssessed(Part.INPUT, gap.check(), gap.why()));
    }
    return signals;
  }

  /** By the youngest face. */
  private static String band(VisionFindings findings) {
    double youngest = Double.POSITIVE_INFINITY;
    for (Face face : findings.faces()) {
      youngest = Double.isNaN(face.youngest()) ? youngest : Math.min(youngest, face.youngest());
    }
    if (Double.isInfinite(youngest)) {
      return findings.faces().isEmpty() ? "no face" : "unknown";
    }
    return youngest < 18 ? "under 18" : youngest < 25 ? "18-24" : youngest < 40 ? "25-39" : "40 on";
  }

  /** All numbers, models first. */
  List<EvaluationRow> rows() {
    List<EvaluationRow> rows = new ArrayList<>();
    tallies.forEach((key, tally) -> {
      add(rows, key, "false alarms", tally.alarms, tally.ordinary);
      if (tally.bad > 0) {
        add(rows, key, "recall", tally.found, tally.bad);
        add(rows, key, "precision", tally.found, tally.found + tally.alarms);
      }
    });
    return rows;
  }

  private static void add(List<EvaluationRow> rows, Key key, String measure, int count, int of) {
    rows.add(new EvaluationRow(key.scope(), key.part(), measure, key.among(), count, of));
  }

  Highest highest() {
    return highest;
  }

  String counts() {
    return looked
        + " pictures looked at, "
        + unreadable
        + " unreadable, "
        + missing
        + " not assessed by every model.";
  }

  int unreadableCount() {
    return unreadable;
  }

  int missingCount() {
    return missing;
  }
}
