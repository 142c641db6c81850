package eu.gardefou.hashing;

import java.util.Locale;

/**
 * A 256-bit PDQ hash: a picture's fingerprint that survives resizing, recompression and small
 * edits.
 *
 * <p>Written as 64 lower-case hexadecimal digits, most significant word first, as upstream writes
 * it. Two pictures with a {@linkplain #distance Hamming distance} of 31 or less are usually the
 * same picture. Immutable.
 *
 * @param w0 the most significant 64 bits
 * @param w1 the next 64 bits
 * @param w2 the next 64 bits
 * @param w3 the least significant 64 bits
 */
public record PdqHash(long w0, long w1, long w2, long w3) {
  private static final int DIGITS = 64;

  /**
   * Reads exactly 64 hexadecimal digits, of either case.
   *
   * @throws IllegalArgumentException when the length differs or a character is no digit; the
   *     message names the position
   */
  public static PdqHash parse(String hex) {
    if (hex.length() != DIGITS) {
      throw new IllegalArgumentException(
          "a PDQ hash is 64 hexadecimal digits, this text has " + hex.length() + " characters");
    }
    return new PdqHash(word(hex, 0), word(hex, 16), word(hex, 32), word(hex, 48));
  }

  /** How many of the 256 bits differ: 0 for the same hash, about 128 for unrelated pictures. */
  public int distance(PdqHash other) {
    return Long.bitCount(w0 ^ other.w0)
        + Long.bitCount(w1 ^ other.w1)
        + Long.bitCount(w2 ^ other.w2)
        + Long.bitCount(w3 ^ other.w3);
  }

  /** The 64 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%016x%016x%016x%016x", w0, w1, w2, w3);
  }

  private static long word(String hex, int start) {
    long word = 0;
    for (int i = start; i < start + 16; i++) {
      word = word << 4 | digit(hex, i);
    }
    return word;
  }

  private static int digit(String hex, int position) {
    char c = hex.charAt(position);
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    char lower = (char) (c | 0x20);
    if (lower >= 'a' && lower <= 'f' && c < 0x80) {
      return lower - 'a' + 10;
    }
    throw new IllegalArgumentException(
        "a PDQ hash is 64 hexadecimal digits, the character at position " + position + " is none");
  }
}
