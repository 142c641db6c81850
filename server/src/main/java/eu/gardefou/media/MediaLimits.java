package eu.gardefou.media;

import java.time.Duration;

/**
 * What one picture may cost. Everything above is refused, never looked at in part.
 *
 * @param bytes size of the file
 * @param pixels width times height, summed over all frames, each frame counted as a whole canvas
 * @param frames frames of an animation, or pages of a TIFF file
 * @param time from the start of decoding to its end; waiting for a turn is not counted
 */
public record MediaLimits(long bytes, long pixels, int frames, Duration time) {
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * 50 MiB, because clients of the OpenAI family may send up to 50 MB; 64 × 2^20 pixels, because
   * cameras sold as 64 megapixels make 64.1 million; 64 frames, which is five seconds of an
   * ordinary animation and a bounded amount of looking; ten seconds, which is ten times what the
   * largest ordinary photograph takes.
   */
  public static final MediaLimits DEFAULT =
      new MediaLimits(50L << 20, 64L << 20, 64, Duration.ofSeconds(10));

  /** Refuses limits that nothing could pass. */
  public MediaLimits {
    if (bytes < 1
        || pixels < 1
        || frames < 1
        || !time.isPositive()
        || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "limits on pictures must be above zero, and the time at most an hour: bytes "
              + bytes
              + ", pixels "
              + pixels
              + ", frames "
              + frames
              + ", time "
              + time);
    }
  }
}
