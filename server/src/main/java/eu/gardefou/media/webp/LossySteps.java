package eu.gardefou.media.webp;

/** What coefficients are multiplied with (RFC 6386, section 14.1): the first, and the others. */
record LossySteps(int lumaDc, int lumaAc, int meanDc, int meanAc, int chromaDc, int chromaAc) {
  /**
   * The steps for a quality index.
   *
   * @param deltas to the index: luma DC, means DC and AC, chroma DC and AC
   */
  static LossySteps of(int index, int[] deltas) {
    return new LossySteps(
        dc(index + deltas[0], 127),
        ac(index),
        2 * dc(index + deltas[1], 127),
        Math.max(8, ac(index + deltas[2]) * 155 / 100),
        dc(index + deltas[3], 117),
        ac(index + deltas[4]));
  }

  private static int dc(int index, int most) {
    return LossyTables.DC_STEPS[Math.clamp(index, 0, most)];
  }

  private static int ac(int index) {
    return LossyTables.AC_STEPS[Math.clamp(index, 0, 127)];
  }
}
