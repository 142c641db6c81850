package eu.gardefou.vision;

import java.time.Duration;

/**
 * How much looking goes on at once. Inference is bound by the processor: more at once than there
 * are cores makes everybody slower and nothing faster.
 *
 * @param concurrent pictures looked at together
 * @param waiting callers that may wait for their turn; one more is refused at once
 * @param patience how long a caller waits before it is refused
 * @param time how long one picture may take, all its frames and views together; what is not done by
 *     then is missing
 */
public record VisionLimits(int concurrent, int waiting, Duration patience, Duration time) {
  /** For this machine: as many pictures as cores, a short queue, and time for an animation. */
  public static final VisionLimits DEFAULT =
      new VisionLimits(
          Runtime.getRuntime().availableProcessors(),
          64,
          Duration.ofSeconds(5),
          Duration.ofSeconds(20));

  /** Refuses limits under which nothing could be looked at. */
  public VisionLimits {
    if (concurrent < 1 || waiting < 0 || patience.isNegative() || !time.isPositive()) {
      throw new IllegalArgumentException(
          "vision needs room for one picture and time to look at it");
    }
  }
}
