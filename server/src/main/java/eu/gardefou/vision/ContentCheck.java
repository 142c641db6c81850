package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import java.util.List;

/** Sexual content in the whole picture, by one classifier; for its parts see {@link PartCheck}. */
final class ContentCheck implements Check {
  private final ContentModel model;
  private final boolean every;

  /**
   * Creates one.
   *
   * @param every whether the answer to every way of looking is told, not the strictest only
   */
  ContentCheck(ContentModel model, boolean every) {
    this.model = model;
    this.every = every;
  }

  @Override
  public List<String> models() {
    return List.of(model.model().name());
  }

  @Override
  public VisionFindings look(List<View> views, Stop stop) throws OrtException {
    Strictest strictest = new Strictest(model);
    for (View view : views) {
      for (Look look : Look.wholes(view, views.size())) {
        stop.check();
        model.look(view, look, strictest);
      }
    }
    List<Score> scores = every ? strictest.every() : strictest.scores();
    return new VisionFindings(scores, List.of(), List.of());
  }
}
