package eu.gardefou.policy;

/**
 * How much more of people is bare in the output than in the input, the most over all of them.
 *
 * @param newly of a person who can be laid over the one in the input, 0 to 1
 * @param apart of a person who cannot: the share itself, less that of the least bare input
 * @param unknown whether some picture could not be compared for want of a face; unknown is not
 *     nothing
 */
record Bareness(double newly, double apart, boolean unknown) {
  static final Bareness NONE = new Bareness(0, 0, false);

  private static final String NEWLY = "newly-bare";
  private static final String BARER = "barer";

  /** With one more comparison; what cannot be made sense of is unknown. */
  Bareness and(Signal.Change change) {
    if (Double.isNaN(change.value())) {
      return new Bareness(newly, apart, true);
    }
    return switch (change.measure()) {
      case NEWLY -> new Bareness(Math.max(newly, change.value()), apart, unknown);
      case BARER -> new Bareness(newly, Math.max(apart, change.value()), unknown);
      default -> new Bareness(newly, apart, true);
    };
  }
}
