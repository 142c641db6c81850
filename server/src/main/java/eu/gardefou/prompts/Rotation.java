package eu.gardefou.prompts;

/** The Caesar cipher, of which ROT13 is the best known. */
final class Rotation {
  private static final int ALPHABET = 26;

  private Rotation() {}

  static String by(int shift, String text) {
    var rotated = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      rotated.append(rotate(text.charAt(i), shift));
    }
    return rotated.toString();
  }

  private static char rotate(char c, int shift) {
    if (c >= 'a' && c <= 'z') {
      return (char) ('a' + (c - 'a' + shift) % ALPHABET);
    }
    return c >= 'A' && c <= 'Z' ? (char) ('A' + (c - 'A' + shift) % ALPHABET) : c;
  }
}
