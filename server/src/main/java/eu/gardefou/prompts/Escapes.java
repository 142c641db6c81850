package eu.gardefou.prompts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single characters written by number or name: URL (RFC 3986), HTML and source-code escapes. */
enum Escapes implements Decoder {
  URL {
    @Override
    int read(String text, int start, StringBuilder decoded) {
      var bytes = new ByteArrayOutputStream();
      int i = start;
      while (i + 2 < text.length()
          && text.charAt(i) == '%'
          && number(text, i + 1, i + 3, 16) >= 0) {
        bytes.write(number(text, i + 1, i + 3, 16));
        i += 3;
      }
      decoded.append(bytes.toString(StandardCharsets.UTF_8));
      return i;
    }
  },
  HTML {
    @Override
    int read(String text, int start, StringBuilder decoded) {
      int end =
          text.charAt(start) == '&'
              ? text.indexOf(';', start, Math.min(text.length(), start + 12))
              : -1;
      if (end < 0) {
        return start;
      }
      int point = point(text, start + 1, end);
      if (point <= 0 || !Character.isValidCodePoint(point)) {
        return start;
      }
      decoded.appendCodePoint(point);
      return end + 1;
    }

    private int point(String text, int start, int end) {
      if (start < end && text.charAt(start) == '#') {
        boolean hex = start + 1 < end && (text.charAt(start + 1) | 0x20) == 'x';
        return hex ? number(text, start + 2, end, 16) : number(text, start + 1, end, 10);
      }
      return NAMED.getOrDefault(text.substring(start, end), -1);
    }
  },
  ESCAPE {
    @Override
    int read(String text, int start, StringBuilder decoded) {
      char first = text.charAt(start);
      if (start + 1 >= text.length() || (first != '\\' && first != 'U')) {
        return start;
      }
      int digits =
          switch (text.charAt(start + 1)) {
            case 'u' -> first == '\\' ? 4 : 0;
            case 'x' -> first == '\\' ? 2 : 0;
            case '+' -> first == 'U' ? 4 : 0;
            default -> 0;
          };
      int point = digits == 0 ? -1 : number(text, start + 2, start + 2 + digits, 16);
      if (point <= 0) {
        return start;
      }
      decoded.appendCodePoint(point);
      return start + 2 + digits;
    }
  };

  private static final Map<String, Integer> NAMED =
      Map.of(
          "amp",
          (int) '&',
          "lt",
          (int) '<',
          "gt",
          (int) '>',
          "quot",
          (int) '"',
          "nbsp",
          0xA0,
          "shy",
          0xAD,
          "apos",
          (int) '\'',
          "zwj",
          0x200D,
          "zwnj",
          0x200C);

  /** Reads one escape here; the answer is where it ends, or the start when there is none. */
  abstract int read(String text, int start, StringBuilder decoded);

  @Override
  public boolean hides() {
    return false;
  }

  @Override
  public @Nullable String decode(String text) {
    var decoded = new StringBuilder(text.length());
    boolean changed = false;
    for (int i = 0; i < text.length(); ) {
      int end = read(text, i, decoded);
      changed |= end > i;
      if (end == i) {
        decoded.append(text.charAt(i++));
      } else {
        i = end;
      }
    }
    return changed ? decoded.toString() : null;
  }

  private static int number(String text, int start, int end, int radix) {
    if (start >= end || end > text.length() || end - start > 7) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
