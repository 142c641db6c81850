package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import eu.gardefou.vision.Face;
import eu.gardefou.vision.Missing;
import eu.gardefou.vision.ModelState;
import eu.gardefou.vision.Score;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionBusy;
import eu.gardefou.vision.VisionFindings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
              part,
              index,
              face.confidence(),
              face.youngest(),
              face.ageUnknown(),
              face.model(),
              face.version()));
    }
    for (Missing missing : findings.missing()) {
      signals.add(new Signal.NotAssessed(part, missing.check(), missing.why()));
    }
    return signals;
  }

  /** One for each model. */
  @Override
  public List<Signal.Checked> checked(Signal.Part part, int index, List<Signal> found) {
    Set<String> spoke = new HashSet<>();
    Map<String, Signal.Checked> checked = new LinkedHashMap<>();
    for (Signal signal : found) {
      if (signal instanceof Signal.Score score) {
        spoke.add(score.model());
      } else if (signal instanceof Signal.Face face) {
        spoke.addAll(List.of(face.model().split("\\+", -1)));
      } else if (signal instanceof Signal.NotAssessed gap) {
        checked.put(gap.check(), new Signal.Checked(part, index, gap.check(), false, gap.why()));
      }
    }
    for (ModelState model : vision.models()) {
      String name = model.name();
      String silent = spoke.contains(name) ? "" : silence(model);
      boolean ran = silent.isEmpty() || silent.equals(NOTHING);
      checked.putIfAbsent(name, new Signal.Checked(part, index, name, ran, silent));
    }
    return List.copyOf(checked.values());
  }

  /** Why a model that is not missing said nothing. */
  private static String silence(ModelState model) {
    return switch (model.state()) {
      case ON -> model.role().equals("age") ? "no-face" : NOTHING;
      case REPLACED -> "replaced";
      case MISSING, DAMAGED -> model.why();
    };
  }
}
