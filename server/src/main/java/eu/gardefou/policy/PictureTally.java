package eu.gardefou.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gathers the signals about one side's pictures. */
final class PictureTally {
  private static final String EXPLICIT = "explicit";
  private static final String SUGGESTIVE = "suggestive";
  private static final String PART = "explicit-part";

  /** The scores of one picture: highest by measure and model. */
  private record Scores(Map<String, Map<String, Double>> byMeasure) {
    void add(Signal.Score score) {
      add(score.measure(), score.model(), score.value());
    }

    void add(String measure, String model, double value) {
      byMeasure.computeIfAbsent(measure, _ -> new HashMap<>()).merge(model, value, Math::max);
    }

    Map<String, Double> byModel(String measure) {
      return byMeasure.getOrDefault(measure, Map.of());
    }
  }

  private final Map<Integer, Scores> scores = new HashMap<>();
  private final Set<Integer> unhashable = new HashSet<>();
  private final Set<Integer> withFace = new HashSet<>();
  private int last = -1;
  private int faces;
  private double youngest = Pictures.NO_FACE;
  private boolean ageUnknown;
  private boolean unreadable;
  private double marks;

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
    withFace.add(face.index());
    ageUnknown |= face.ageUnknown();
    if (!Double.isNaN(face.youngest())) {
      youngest = Math.min(youngest, face.youngest());
    }
  }

  void add(Signal.Ancestor ancestor) {
    if (Double.isNaN(ancestor.value())) {
      return;
    }
    saw(ancestor.index());
    scores
        .computeIfAbsent(ancestor.index(), _ -> new Scores(new HashMap<>()))
        .add(ancestor.measure(), ancestor.model(), ancestor.value());
    if (ancestor.face()) {
      withFace.add(ancestor.index());
    }
  }

  void add(Signal.Unhashable picture) {
    saw(picture.index());
    unhashable.add(picture.index());
  }

  /** A share that is no number is all of the picture. */
  void add(Signal.Marks drawn) {
    saw(drawn.index());
    marks = Math.max(marks, Double.isNaN(drawn.share()) ? 1 : drawn.share());
  }

  /** Whether some picture up to the last one was never scored, or not with a number. */
  boolean isUnscored() {
    long scored =
        scores.values().stream().filter(picture -> !picture.byModel(EXPLICIT).isEmpty()).count();
    return unreadable || scored < last + 1L;
  }

  Pictures pictures() {
    return new Pictures(
        last + 1,
        Level.of(values(EXPLICIT)),
        Level.of(values(SUGGESTIVE)),
        Level.of(values(PART)),
        faces,
        youngest,
        ageUnknown,
        unhashable.size(),
        marks);
  }

  private Collection<Level.Scored> values(String measure) {
    return scores.entrySet().stream()
        .map(picture ->
            new Level.Scored(
                withFace.contains(picture.getKey()), picture.getValue().byModel(measure)))
        .toList();
  }
}
