package eu.gardefou.benchmarks;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long is measured. */
enum Effort {
  /** Figures to publish. */
  FULL(1, 2, 5, 4_000, 200, 3),
  /** A first look. */
  QUICK(1, 1, 2, 1_000, 40, 1),
  /** Whether it works at all, in this process: the figures mean nothing. */
  TRIAL(0, 1, 2, 20, 20, 1);

  private final int forks;
  private final int warmups;
  private final int iterations;
  private final int milliseconds;
  private final int peerQueries;
  private final int peerRounds;

  Effort(
      int forks, int warmups, int iterations, int milliseconds, int peerQueries, int peerRounds) {
    this.forks = forks;
    this.warmups = warmups;
    this.iterations = iterations;
    this.milliseconds = milliseconds;
    this.peerQueries = peerQueries;
    this.peerRounds = peerRounds;
  }

  /** How many queries are asked of a peer, and compared. */
  int peerQueries() {
    return peerQueries;
  }

  /** How often a peer is asked all of them. */
  int peerRounds() {
    return peerRounds;
  }

  ChainedOptionsBuilder apply(ChainedOptionsBuilder options) {
    TimeValue time = TimeValue.milliseconds(milliseconds);
    return options
        .forks(forks)
        .warmupIterations(warmups)
        .warmupTime(time)
        .measurementIterations(iterations)
        .measurementTime(time);
  }
}
