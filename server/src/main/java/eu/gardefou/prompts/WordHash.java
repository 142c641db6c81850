package eu.gardefou.prompts;

/** A rolling hash: the hash of any part of a text in constant time. */
final class WordHash {
  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final int LONGEST = 64;
  private static final long[] POWERS = powers();

  private final long[] upTo;

  WordHash(String text) {
    upTo = new long[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      upTo[i + 1] = upTo[i] * BASE + text.charAt(i) + 1;
    }
  }

  /** The hash of the characters from start to end, at most 64 of them. */
  long of(int start, int end) {
    return upTo[end] - upTo[start] * POWERS[end - start];
  }

  /** The hash of the characters up to the end without one of them. */
  long without(int index, int end) {
    return upTo[index] * POWERS[end - index - 1] + of(index + 1, end);
  }

  static long of(String text) {
    return new WordHash(text).upTo[text.length()];
  }

  private static long[] powers() {
    long[] powers = new long[LONGEST + 1];
    powers[0] = 1;
    for (int i = 1; i <= LONGEST; i++) {
      powers[i] = powers[i - 1] * BASE;
    }
    return powers;
  }
}
