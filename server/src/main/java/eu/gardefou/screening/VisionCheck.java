package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import eu.gardefou.vision.Face;
import eu.gardefou.vision.Missing;
import eu.gardefou.vision.Score;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionBusy;
import eu.gardefou.vision.VisionFindings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets the models look at a picture. */
record VisionCheck(Vision vision) implements PictureCheck {
  private static final String NOTHING = "nothing-found";

  @Override
  public String name() {
    return "vision";
  }

  @Override
  public List<Signal> look(Signal.Part part, int index, Picture picture) {
    VisionFindings findings;
    try {
      findings = vision.look(picture);
    } catch (VisionBusy busy) {
      throw new ScreeningBusy(busy);
    }
    List<Signal> signals = new ArrayList<>();
    for (Score score : findings.scores()) {
      signals.add(
          new Signal.Score(
              part,
              index,
              score.measure(),
              score.value(),
              score.model(),
              score.version(),
              score.view()));
    }
    for (Face face : findings.faces()) {
      signals.add(
          new Signal.Face(
              part, index, face.confidence(), face.youngest(), face.model(), face.version()));
    }
    for (Missing missing : findings.missing()) {
      signals.add(new Signal.NotAssessed(part, missing.check(), missing.why()));
    }
    return signals;
  }

  /** One for each model. A model without a face to look at has found nothing, as it should. */
  @Override
  public List<Signal.Checked> checked(Signal.Part part, int index, List<Signal> found) {
    Map<String, String> why = new LinkedHashMap<>();
    vision.models().forEach(model -> why.put(model.name(), NOTHING));
    for (Signal signal : found) {
      if (signal instanceof Signal.Score score) {
        why.put(score.model(), "");
      } else if (signal instanceof Signal.Face face) {
        Stream.of(face.model().split("\\+", -1)).forEach(model -> why.put(model, ""));
      }
    }
    List<Signal.Checked> checked = new ArrayList<>();
    for (Signal signal : found) {
      if (signal instanceof Signal.NotAssessed gap) {
        why.remove(gap.check());
        checked.add(new Signal.Checked(part, index, gap.check(), false, gap.why()));
      }
    }
    why.forEach((model, word) -> checked.add(new Signal.Checked(part, index, model, true, word)));
    return checked;
  }
}
