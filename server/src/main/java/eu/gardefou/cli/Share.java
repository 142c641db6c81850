package eu.gardefou.cli;

import java.util.Locale;

/**
 * So many of so many.
 *
 * @param of at least 1
 */
record Share(int count, int of) {
  /** Of a 95 % interval of the normal distribution. */
  private static final double Z = 1.959964;

  double value() {
    return (double) count / of;
  }

  /** The lower end of the 95 % interval (E. B. Wilson, 1927). */
  double low() {
    return count == 0 ? 0 : middle() - half();
  }

  /** The upper end. */
  double high() {
    return count == of ? 1 : middle() + half();
  }

  private double middle() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double half() {
    double spread = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
    return Z * Math.sqrt(spread) / (1 + Z * Z / of);
  }

  /** Such as {@code 98.3 % (91.1 – 99.7) of 60}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%5.1f %% (%4.1f – %5.1f) of %3d",
        100 * value(),
        100 * low(),
        100 * high(),
        of);
  }
}
