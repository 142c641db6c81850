package eu.gardefou.reading;

import java.time.Duration;

/**
 * How much reading goes on at once, and what one picture may cost.
 *
 * @param concurrent pictures read together
 * @param waiting callers that may wait for their turn; one more is refused at once
 * @param patience how long a caller waits before it is refused
 * @param time for one picture, all its frames and views together; what is not read by then is
 *     missing
 * @param memory bytes of address space that each child process may have
 */
public record ReadingLimits(
    int concurrent, int waiting, Duration patience, Duration time, long memory) {
  private static final long LEAST_MEMORY = 128L << 20;

  /** For this machine: as many pictures as cores, a short queue, and time for a page of text. */
  public static final ReadingLimits DEFAULT =
      new ReadingLimits(
          Runtime.getRuntime().availableProcessors(),
          64,
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          1L << 30);

  /** Refuses limits under which nothing could be read. */
  public ReadingLimits {
    if (concurrent < 1
        || waiting < 0
        || patience.isNegative()
        || !time.isPositive()
        || memory < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "reading needs room for one picture, time to read it and 128 MiB of memory");
    }
  }
}
