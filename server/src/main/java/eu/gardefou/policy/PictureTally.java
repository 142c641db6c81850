package eu.gardefou.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gathers the signals about one side's pictures. */
final class PictureTally {
  private static final String EXPLICIT = "explicit";
  private static final String SUGGESTIVE = "suggestive";

  /** The scores of one picture: highest by measure and model. */
  private record Scores(Map<String, Map<String, Double>> byMeasure) {
    void add(Signal.Score score) {
      byMeasure
          .computeIfAbsent(score.measure(), _ -> new HashMap<>())
          .merge(score.model(), score.value(), Math::max);
    }

    boolean has(String measure) {
      return byMeasure.containsKey(measure);
    }

    double highest(String measure) {
      double highest = 0;
      for (double value : byMeasure.getOrDefault(measure, Map.of()).values()) {
        highest = Math.max(highest, value);
      }
      return highest;
    }

    double agreed(String measure) {
      Map<String, Double> byModel = byMeasure.getOrDefault(measure, Map.of());
      double first = 0;
      double second = 0;
      for (double value : byModel.values()) {
        second = Math.max(second, Math.min(first, value));
        first = Math.max(first, value);
      }
      return byModel.size() == 1 ? first : second;
    }
  }

  private final Map<Integer, Scores> scores = new HashMap<>();
  private final Set<Integer> unhashable = new HashSet<>();
  private int last = -1;
  private int faces;
  private double youngest = Pictures.NO_FACE;
  private boolean ageUnknown;
  private boolean unreadable;

  void saw(int index) {
    last = Math.max(last, index);
  }

  void add(Signal.Score score) {
    saw(score.index());
    if (Double.isNaN(score.value())) {
      unreadable = true;
    } else {
      scores.computeIfAbsent(score.index(), _ -> new Scores(new HashMap<>())).add(score);
    }
  }

  void add(Signal.Face face) {
    saw(face.index());
    faces++;
    if (Double.isNaN(face.youngest())) {
      ageUnknown = true;
    } else {
      youngest = Math.min(youngest, face.youngest());
    }
  }

  void add(Signal.Unhashable picture) {
    saw(picture.index());
    unhashable.add(picture.index());
  }

  /** Whether some picture up to the last one was never scored, or not with a number. */
  boolean isUnscored() {
    long scored = scores.values().stream().filter(picture -> picture.has(EXPLICIT)).count();
    return unreadable || scored < last + 1L;
  }

  Pictures pictures() {
    double explicit = 0;
    double explicitAgreed = 0;
    double suggestive = 0;
    double suggestiveAgreed = 0;
    for (Scores picture : scores.values()) {
      explicit = Math.max(explicit, picture.highest(EXPLICIT));
      explicitAgreed = Math.max(explicitAgreed, picture.agreed(EXPLICIT));
      suggestive = Math.max(suggestive, picture.highest(SUGGESTIVE));
      suggestiveAgreed = Math.max(suggestiveAgreed, picture.agreed(SUGGESTIVE));
    }
    return new Pictures(
        last + 1,
        explicit,
        explicitAgreed,
        suggestive,
        suggestiveAgreed,
        faces,
        youngest,
        ageUnknown,
        unhashable.size());
  }
}
