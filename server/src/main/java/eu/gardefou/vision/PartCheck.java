package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sexual content in close looks at parts of a picture, by all classifiers.
 *
 * <p>Of the models the second highest counts, so the last and largest can change nothing while all
 * the others see next to nothing: it is asked only when one of them does not. What two models agree
 * on is never less than if all were asked.
 */
final class PartCheck implements Check {
  /** Below this no model's close look is worth another's. The built-in policy refuses from 0.9. */
  static final double NEXT_TO_NOTHING = 0.5;

  private final List<ContentModel> models;
  private final @Nullable FaceFinder finder;
  private final boolean every;

  /**
   * Creates one.
   *
   * @param finder finds the people; null when there is no model for it, which is then missing
   * @param every whether every model is asked, and its answer to every way of looking told
   */
  PartCheck(List<ContentModel> models, @Nullable FaceFinder finder, boolean every) {
    this.models = models.stream().sorted(Comparator.comparingInt(ContentModel::side)).toList();
    this.finder = finder;
    this.every = every;
  }

  @Override
  public List<String> models() {
    return models.stream().map(model -> model.model().name()).toList();
  }

  @Override
  public VisionFindings look(List<View> views, Stop stop) throws OrtException {
    List<Close> parts = new ArrayList<>();
    for (View view : views) {
      Look.parts(view, views.size(), finder, stop)
          .forEach(look -> parts.add(new Close(view, look)));
    }
    List<Score> scores = new ArrayList<>();
    double most = 0;
    for (ContentModel model : models) {
      boolean last = models.size() > 1 && model == models.getLast();
      if (last && most < NEXT_TO_NOTHING && !every) {
        break;
      }
      Strictest strictest = ask(model, parts, stop);
      most = Math.max(most, strictest.part());
      scores.addAll(every ? strictest.every() : strictest.scores());
    }
    return new VisionFindings(scores, List.of(), List.of());
  }

  private static Strictest ask(ContentModel model, List<Close> parts, Stop stop)
      throws OrtException {
    Strictest strictest = new Strictest(model);
    for (Close part : parts) {
      stop.check();
      model.look(part.view(), part.look(), strictest);
    }
    return strictest;
  }

  private record Close(View view, Look look) {}
}
