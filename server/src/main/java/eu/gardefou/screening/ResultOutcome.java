package eu.gardefou.screening;

import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.List;
import java.util.UUID;

/** What became of an upstream's pictures: all of them, or none. */
public sealed interface ResultOutcome {
  /** The decision's identifier. */
  UUID decision();

  /** The decision with all reasons. */
  Verdict verdict();

  /** What the checks found in the pictures and the words that came with them. */
  List<Signal> signals();

  /** Every picture may be delivered, with the words that came with it. */
  record Released(UUID decision, Verdict verdict, List<Signal> signals, List<ScreenedImage> images)
      implements ResultOutcome {
    /** Keeps its own copy. */
    public Released {
      signals = List.copyOf(signals);
      images = List.copyOf(images);
    }
  }

  /** No picture may be delivered. */
  record Stopped(UUID decision, Verdict verdict, List<Signal> signals) implements ResultOutcome {
    /** Keeps its own copy. */
    public Stopped {
      signals = List.copyOf(signals);
    }
  }
}
