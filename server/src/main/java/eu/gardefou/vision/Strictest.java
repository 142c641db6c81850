package eu.gardefou.vision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one content model answered to all ways of looking, of which the strictest counts. */
final class Strictest {
  private final ContentModel model;
  private final List<Seen> all = new ArrayList<>();

  Strictest(ContentModel model) {
    this.model = model;
  }

  private record Seen(ContentAnswer.Content content, boolean part, String view) {}

  void add(ContentAnswer.Content content, Look look, String view) {
    all.add(new Seen(content, look.part(), view));
  }

  /** The most that a close look at a part showed; 0 without one. */
  double part() {
    return all.stream()
        .filter(Seen::part)
        .mapToDouble(seen -> seen.content().explicit())
        .max()
        .orElse(0);
  }

  /** One score for each measure. */
  List<Score> scores() {
    List<Score> scores = new ArrayList<>();
    addHighest(scores, "explicit", false, false);
    if (model.tellsSuggestive()) {
      addHighest(scores, "suggestive", false, true);
    }
    addHighest(scores, "explicit-part", true, false);
    return scores;
  }

  private void addHighest(List<Score> scores, String measure, boolean part, boolean suggestive) {
    @Nullable Seen highest = null;
    for (Seen seen : all) {
      boolean more = highest == null || value(seen, suggestive) > value(highest, suggestive);
      if (seen.part() == part && more) {
        highest = seen;
      }
    }
    if (highest != null) {
      scores.add(score(measure, value(highest, suggestive), highest));
    }
  }

  /** Every answer, for measuring. */
  List<Score> every() {
    List<Score> scores = new ArrayList<>();
    for (Seen seen : all) {
      scores.add(score(seen.part() ? "explicit-part" : "explicit", value(seen, false), seen));
      if (!seen.part() && model.tellsSuggestive()) {
        scores.add(score("suggestive", value(seen, true), seen));
      }
    }
    return scores;
  }

  private static double value(Seen seen, boolean suggestive) {
    return suggestive ? seen.content().suggestive() : seen.content().explicit();
  }

  private Score score(String measure, double value, Seen seen) {
    return new Score(measure, value, model.model().name(), model.model().version(), seen.view());
  }
}
