package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.vision.Change;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionBusy;
import java.util.ArrayList;
import java.util.List;

/** How much more of the people is bare after an edit than before. */
record ChangeCheck(Vision vision) implements EditCheck {
  @Override
  public List<Signal> compare(List<Picture> before, List<Picture> after) {
    try {
      return signals(vision.compare(before, after));
    } catch (VisionBusy busy) {
      throw new ScreeningBusy(busy);
    }
  }

  private static List<Signal> signals(Change change) {
    List<Signal> signals = new ArrayList<>();
    change.inputs().forEach(bare -> signals.add(score(Part.INPUT, bare)));
    change.outputs().forEach(bare -> signals.add(score(Part.OUTPUT, bare)));
    for (Change.Pair pair : change.pairs()) {
      signals.add(
          new Signal.Change(
              Part.OUTPUT,
              pair.output(),
              pair.input(),
              measure(pair.way()),
              pair.barer(),
              Change.MODEL,
              Change.VERSION));
    }
    change
        .missing()
        .forEach(gap -> signals.add(new Signal.NotAssessed(Part.OUTPUT, NAME, gap.why())));
    return signals;
  }

  private static Signal score(Part part, Change.Bare bare) {
    return new Signal.Score(
        part, bare.index(), "bare-skin", bare.share(), Change.MODEL, Change.VERSION);
  }

  private static String measure(Change.Way way) {
    return switch (way) {
      case ALIGNED -> "newly-bare";
      case APART -> "barer";
      case UNKNOWN -> "unknown";
    };
  }
}
