package eu.gardefou.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A policy's text in canonical form: no byte order mark, every line ended by a line feed.
 *
 * <p>The canonical form is what the version is made of, so the same policy has the same version
 * however an editor or a version control system ends its lines. Every other change of the text,
 * comments included, is another version.
 */
final class PolicyText {
  /** Longer texts are refused unread. */
  static final int MOST_CHARACTERS = 1 << 20;

  /** Where something stands, both counted from 1. */
  record Place(int line, int column) {
    static final Place START = new Place(1, 1);
  }

  private final String text;
  private final int[] codePoints;

  private PolicyText(String text) {
    this.text = text;
    this.codePoints = text.codePoints().toArray();
  }

  static PolicyText of(String raw) {
    String unmarked = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
    return new PolicyText(unmarked.replace("\r\n", "\n").replace('\r', '\n'));
  }

  String text() {
    return text;
  }

  boolean isTooLong() {
    return text.length() > MOST_CHARACTERS;
  }

  int length() {
    return codePoints.length;
  }

  int codePoint(int index) {
    return codePoints[index];
  }

  /** SHA-256 of the canonical text in UTF-8. */
  String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Line and column of a code point, or of the end when the index lies behind it. */
  Place place(int index) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(index, codePoints.length); i++) {
      if (codePoints[i] == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Place(line, column);
  }
}
