package eu.gardefou.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * What was measured several times.
 *
 * @param middle the median
 * @param low the least
 * @param high the greatest
 */
record Measured(double middle, double low, double high) {
  /** Of repetitions, one at least. */
  static Measured of(double... repetitions) {
    double[] sorted = repetitions.clone();
    Arrays.sort(sorted);
    return new Measured(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }

  /** The median. */
  String text() {
    return text(middle);
  }

  /** From the least to the greatest. */
  String spread() {
    return text(low) + " – " + text(high);
  }

  /** Three digits that count, or all of a large number. */
  static String text(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value);
  }
}
