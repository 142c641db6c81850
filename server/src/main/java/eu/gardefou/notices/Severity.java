package eu.gardefou.notices;

/** How urgent a case is, the most urgent first. */
public enum Severity {
  /** Somebody may be under age. */
  MINOR(0),
  /** An intimate picture without consent, or a notice that does not say what it is about. */
  INTIMATE(1),
  /** Anything else. */
  OTHER(2);

  private final int rank;

  Severity(int rank) {
    this.rank = rank;
  }

  /** The place in the order, as rows keep it: 0 is the most urgent. */
  int rank() {
    return rank;
  }

  static Severity ofRank(int rank) {
    for (Severity severity : values()) {
      if (severity.rank == rank) {
        return severity;
      }
    }
    throw new IllegalArgumentException("no severity has the rank " + rank);
  }
}
