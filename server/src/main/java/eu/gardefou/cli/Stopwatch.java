package eu.gardefou.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Times one thing many times: first so long that the JIT compiler is done, then in rounds.
 *
 * @param warmUp in nanoseconds
 * @param round how long one round takes at least, in nanoseconds
 * @param rounds how many there are
 */
record Stopwatch(long warmUp, long round, int rounds) {
  /** Figures to publish. */
  static final Stopwatch FULL = new Stopwatch(2_000_000_000L, 300_000_000L, 9);

  /** A first look. */
  static final Stopwatch QUICK = new Stopwatch(300_000_000L, 50_000_000L, 3);

  /**
   * How long it took once, in milliseconds: the mean of a round, and of the rounds the median, the
   * least and the greatest.
   */
  record Time(double median, double least, double greatest) {
    static Time of(double... rounds) {
      double[] sorted = rounds.clone();
      Arrays.sort(sorted);
      return new Time(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
  }

  Time time(Callable<?> thing) throws Exception {
    mean(thing, warmUp);
    double[] means = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      means[i] = mean(thing, round);
    }
    return Time.of(means);
  }

  private static double mean(Callable<?> thing, long nanoseconds) throws Exception {
    long started = System.nanoTime();
    long elapsed = 0;
    int times = 0;
    while (elapsed < nanoseconds) {
      thing.call();
      times++;
      elapsed = System.nanoTime() - started;
    }
    return elapsed / 1e6 / Math.max(1, times);
  }
}
