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
import java.util.List;

/** Lets the models look at a picture. */
record VisionCheck(Vision vision) implements PictureCheck {
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
}
