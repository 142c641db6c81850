package eu.gardefou.hashing;

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
  /** How many bytes {@link #toBytes} gives. */
  public static final int BYTES = 32;

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

  /**
   * The hash that {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException when there are not exactly 32 bytes
   */
  public static PdqHash fromBytes(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a PDQ hash is " + BYTES + " bytes, not " + bytes.length);
    }
    return new PdqHash(word(bytes, 0), word(bytes, 8), word(bytes, 16), word(bytes, 24));
  }

  /** The 32 bytes, most significant first. */
  public byte[] toBytes() {
    byte[] bytes = new byte[BYTES];
    long[] words = {w0, w1, w2, w3};
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) (words[i / Long.BYTES] >>> (56 - i % Long.BYTES * 8));
    }
    return bytes;
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
    return digits(w0) + digits(w1) + digits(w2) + digits(w3);
  }

  private static String digits(long word) {
    String significant = Long.toHexString(word);
    return "0".repeat(16 - significant.length()) + significant;
  }

  private static long word(byte[] bytes, int start) {
    long word = 0;
    for (int i = start; i < start + Long.BYTES; i++) {
      word = word << 8 | (bytes[i] & 0xff);
    }
    return word;
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
