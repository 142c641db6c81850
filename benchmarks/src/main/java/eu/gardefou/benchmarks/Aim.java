package eu.gardefou.benchmarks;

/** What a measure is to come to. */
sealed interface Aim {
  /** Nothing was promised. */
  record None() implements Aim {}

  /** No more than this. */
  record AtMost(double bound) implements Aim {}

  /** No less than this. */
  record AtLeast(double bound) implements Aim {}

  /** How the aim is written. */
  default String text() {
    return switch (this) {
      case None _ -> "-";
      case AtMost most -> "≤ " + Measured.text(most.bound());
      case AtLeast least -> "≥ " + Measured.text(least.bound());
    };
  }

  /** Whether a value comes to it: yes, NO, or a dash where nothing was promised. */
  default String reachedBy(double value) {
    return switch (this) {
      case None _ -> "-";
      case AtMost most -> value <= most.bound() ? "yes" : "NO";
      case AtLeast least -> value >= least.bound() ? "yes" : "NO";
    };
  }
}
