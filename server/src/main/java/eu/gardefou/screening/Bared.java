package eu.gardefou.screening;

import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of people became bare since what it all began with: the sum of the steps. Steps are
 * added because two pictures far apart can often not be laid over each other, and then nothing
 * would be known.
 */
final class Bared {
  /**
   * A smaller step is no step. Harmless changes of the measured photos gave up to 0.02, and those
   * must not add up however many there are.
   */
  static final double NOISE = 0.03;

  private static final String NEWLY = "newly-bare";

  private Bared() {}

  /** Of each result: the most of what came, and the step from there. */
  static List<Double> of(int results, List<Signal> signals) {
    double before = 0;
    for (Signal signal : signals) {
      if (signal instanceof Signal.Lineage past) {
        before = Math.max(before, past.bared());
      }
    }
    List<Double> bared = new ArrayList<>();
    for (int result = 0; result < results; result++) {
      bared.add(Math.min(1, before + step(result, signals)));
    }
    return bared;
  }

  /** What is unknown adds nothing. */
  private static double step(int result, List<Signal> signals) {
    double step = 0;
    for (Signal signal : signals) {
      if (signal instanceof Signal.Change change
          && change.part() == Part.OUTPUT
          && change.index() == result
          && change.measure().equals(NEWLY)
          && change.value() >= NOISE) {
        step = Math.max(step, change.value());
      }
    }
    return step;
  }
}
