package eu.gardefou.prompts;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64 (RFC 4648), both alphabets, with or without padding, also broken by spaces. */
final class Base64Runs implements Decoder {
  private static final int SHORTEST = 8;

  private final Plausible plausible;

  Base64Runs(Plausible plausible) {
    this.plausible = plausible;
  }

  @Override
  public String name() {
    return "base64";
  }

  @Override
  public boolean hides() {
    return true;
  }

  @Override
  public @Nullable String decode(String text) {
    String runs = decodeRuns(text);
    if (runs != null) {
      return runs;
    }
    String joined = withoutSpaces(text);
    return joined == null ? null : decodeRun(joined);
  }

  private @Nullable String decodeRuns(String text) {
    var decoded = new StringBuilder(text.length());
    boolean changed = false;
    for (int i = 0; i < text.length(); ) {
      int end = endOfRun(text, i);
      String message = end - i >= SHORTEST ? decodeRun(text.substring(i, end)) : null;
      if (message != null) {
        decoded.append(message);
        changed = true;
      } else {
        decoded.append(text, i, Math.max(end, i + 1));
      }
      i = Math.max(end, i + 1);
    }
    return changed ? decoded.toString() : null;
  }

  private @Nullable String decodeRun(String run) {
    int letters = run.length();
    while (letters > 0 && run.charAt(letters - 1) == '=') {
      letters--;
    }
    if (letters < SHORTEST - 2 || letters % 4 == 1) {
      return null;
    }
    String standard = run.substring(0, letters).replace('-', '+').replace('_', '/');
    try {
      return plausible.text(Base64.getDecoder().decode(standard));
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static int endOfRun(String text, int start) {
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    while (end > start && end < text.length() && text.charAt(end) == '=') {
      end++;
    }
    return end;
  }

  private static @Nullable String withoutSpaces(String text) {
    var joined = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLetter(c) || c == '=') {
        joined.append(c);
      } else if (!Character.isWhitespace(c)) {
        return null;
      }
    }
    return joined.length() < text.length() && joined.length() >= 2 * SHORTEST
        ? joined.toString()
        : null;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '-'
        || c == '_';
  }
}
