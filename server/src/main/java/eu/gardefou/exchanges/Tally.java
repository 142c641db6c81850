package eu.gardefou.exchanges;

/**
 * What takes time to count, and so is counted only for somebody who looks.
 *
 * @param items how many entries an exchange has now
 */
record Tally(long items, OpinionStatus opinions) {
  /** Nothing was counted. */
  static final Tally NONE = new Tally(0, OpinionStatus.NONE);
}
