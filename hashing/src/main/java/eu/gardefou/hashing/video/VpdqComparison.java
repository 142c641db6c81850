package eu.gardefou.hashing.video;

/** What comparing two videos gave. */
public sealed interface VpdqComparison {
  /** Whether the videos match. What could not be compared does not, and should be looked at. */
  boolean isMatch(VpdqThresholds thresholds);

  /**
   * How much of each video is in the other.
   *
   * @param queryMatched distinct usable frames of the query that lie near one of the compared
   * @param query distinct usable frames of the query, at least 1
   * @param comparedMatched the same the other way
   * @param compared distinct usable frames of the compared, at least 1
   */
  record Shares(int queryMatched, int query, int comparedMatched, int compared)
      implements VpdqComparison {
    /** Refuses counts that cannot be. */
    public Shares {
      if (queryMatched < 0
          || comparedMatched < 0
          || queryMatched > query
          || comparedMatched > compared
          || query < 1
          || compared < 1) {
        throw new IllegalArgumentException(
            "not a share: "
                + (queryMatched + " of " + query + ", " + comparedMatched + " of " + compared));
      }
    }

    /** 0 to 100. */
    public double queryPercent() {
      return queryMatched * 100.0 / query;
    }

    /** 0 to 100. */
    public double comparedPercent() {
      return comparedMatched * 100.0 / compared;
    }

    /** Thresholds of 0 and 0 do not make a match of two videos that share nothing. */
    @Override
    public boolean isMatch(VpdqThresholds thresholds) {
      return queryMatched > 0
          && queryPercent() >= thresholds.queryPercent()
          && comparedPercent() >= thresholds.comparedPercent();
    }
  }

  /**
   * One of the videos, or both, has no frame worth comparing. Upstream divides by zero here, or
   * says 0 percent, which reads as "checked and different".
   */
  record Incomparable() implements VpdqComparison {
    @Override
    public boolean isMatch(VpdqThresholds thresholds) {
      return false;
    }
  }
}
