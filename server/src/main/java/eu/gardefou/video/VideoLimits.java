package eu.gardefou.video;

import java.time.Duration;

/**
 * What one video may cost. Everything above is refused, never looked at in part.
 *
 * @param bytes size of the file
 * @param pixels width times height of one frame
 * @param frames frames that are hashed, about one for every second
 * @param time for FFmpeg, by the clock and of a processor; waiting for a turn is not counted
 * @param memory bytes of address space that FFmpeg may have, where the system can say so
 */
public record VideoLimits(long bytes, long pixels, int frames, Duration time, long memory) {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final long LEAST_MEMORY = 64L << 20;

  /**
   * 512 MiB; 40 × 2^20 pixels, because 8K cinema has 35.4 million; 10,000 frames, which is two
   * hours and three quarters; five minutes, in which one processor decodes about an hour of
   * ordinary 720p; 2 GiB, because the frames that an 8K decoder keeps for reference need one.
   */
  public static final VideoLimits DEFAULT =
      new VideoLimits(512L << 20, 40L << 20, 10_000, Duration.ofMinutes(5), 2L << 30);

  /** Refuses limits that nothing could pass. */
  public VideoLimits {
    if (bytes < 1
        || pixels < 1
        || pixels > Integer.MAX_VALUE
        || frames < 1
        || memory < LEAST_MEMORY
        || !time.isPositive()
        || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "limits on videos must be above zero, pixels at most 2^31, the time at most a day and the"
              + " memory at least 64 MiB: bytes "
              + bytes
              + ", pixels "
              + pixels
              + ", frames "
              + frames
              + ", time "
              + time
              + ", memory "
              + memory);
    }
  }
}
