package eu.gardefou.hashing.video;

/**
 * From which shares on two videos match; both must be reached.
 *
 * @param queryPercent 0 to 100, of the video that is asked about
 * @param comparedPercent 0 to 100, of the known video
 */
public record VpdqThresholds(double queryPercent, double comparedPercent) {
  /**
   * Those of Hasher-Matcher-Actioner: most of the query is in the known video, however long that
   * is.
   */
  public static final VpdqThresholds UPSTREAM = new VpdqThresholds(80, 0);

  /**
   * Those of upstream's description of the algorithm: most of the known video is in the query,
   * whatever else the query holds. Padding does not hide the known video from these.
   */
  public static final VpdqThresholds CONTAINED = new VpdqThresholds(0, 80);

  /** Refuses what is no percentage. */
  public VpdqThresholds {
    check(queryPercent);
    check(comparedPercent);
  }

  private static void check(double percent) {
    // Also false for what is not a number.
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("a threshold is 0 to 100 percent, not " + percent);
    }
  }
}
