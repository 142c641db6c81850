package eu.gardefou.prompts;

/** How many words each language has, by its bit. */
final class LanguageCounts {
  private final int[] counts = new int[Long.SIZE];
  private int most;

  /** Counts a word of these languages. */
  void add(long languages) {
    for (long rest = languages; rest != 0; rest &= rest - 1) {
      most = Math.max(most, ++counts[Long.numberOfTrailingZeros(rest)]);
    }
  }

  /** The count of the language that has most. */
  int most() {
    return most;
  }

  /** The bit of the language that has most, the first of several; 0 when there is none. */
  long best() {
    for (int i = 0; i < counts.length && most > 0; i++) {
      if (counts[i] == most) {
        return 1L << i;
      }
    }
    return 0;
  }
}
