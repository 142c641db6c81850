package eu.gardefou.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How long things took, kept in buckets that are at most a sixteenth wide, and the slow ones one by
 * one. Used by one thread, or after it has ended.
 */
final class Times {
  private static final int STEPS = 16;
  private static final int STEP_BITS = 4;
  private static final long SLOW = 20_000_000;
  private static final int MOST_SLOW = 20;

  private final long[] counts = new long[Long.SIZE * STEPS];
  private final List<Slow> slow = new ArrayList<>();
  private long count;
  private long slowest;

  /** One that took long: when it began, for how long, and how long the processor worked on it. */
  record Slow(long at, long nanoseconds, long worked) {
    long end() {
      return at + nanoseconds;
    }
  }

  void add(long at, long nanoseconds, long worked) {
    counts[bucket(nanoseconds)]++;
    count++;
    slowest = Math.max(slowest, nanoseconds);
    if (nanoseconds > SLOW && slow.size() < MOST_SLOW) {
      slow.add(new Slow(at, nanoseconds, worked));
    }
  }

  void add(Times others) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += others.counts[i];
    }
    count += others.count;
    slowest = Math.max(slowest, others.slowest);
    slow.addAll(others.slow);
  }

  long count() {
    return count;
  }

  /** The longest, in nanoseconds. */
  long slowest() {
    return slowest;
  }

  /** Those over 20 ms, the first twenty of each thread. */
  List<Slow> slow() {
    return List.copyOf(slow);
  }

  /** In milliseconds, the upper end of the bucket in which that share is reached. */
  double percentile(double share) {
    long left = (long) Math.ceil(share * count);
    for (int bucket = 0; bucket < counts.length; bucket++) {
      left -= counts[bucket];
      if (left <= 0 && count > 0) {
        return Math.min((double) slowest, end(bucket)) / 1e6;
      }
    }
    return 0;
  }

  private static int bucket(long nanoseconds) {
    long value = Math.max(STEPS, nanoseconds);
    int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
    int step = (int) (value >>> (exponent - STEP_BITS)) & (STEPS - 1);
    return exponent * STEPS + step;
  }

  private static double end(int bucket) {
    return Math.scalb(1 + (bucket % STEPS + 1.0) / STEPS, bucket / STEPS);
  }
}
