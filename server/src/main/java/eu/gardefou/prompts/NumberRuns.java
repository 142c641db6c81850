package eu.gardefou.prompts;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Bytes written as numbers, one after the other: hexadecimal, binary or decimal. */
final class NumberRuns implements Decoder {
  private static final int FEWEST = 4;

  private final String name;
  private final int radix;
  private final int shortest;
  private final int longest;
  private final Plausible plausible;

  private NumberRuns(String name, int radix, int shortest, int longest, Plausible plausible) {
    this.name = name;
    this.radix = radix;
    this.shortest = shortest;
    this.longest = longest;
    this.plausible = plausible;
  }

  static NumberRuns hex(Plausible plausible) {
    return new NumberRuns("hex", 16, 2, 2, plausible);
  }

  static NumberRuns binary(Plausible plausible) {
    return new NumberRuns("binary", 2, 8, 8, plausible);
  }

  static NumberRuns decimal(Plausible plausible) {
    return new NumberRuns("decimal", 10, 2, 3, plausible);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hides() {
    return true;
  }

  @Override
  public @Nullable String decode(String text) {
    var decoded = new StringBuilder(text.length());
    boolean changed = false;
    for (int i = 0; i < text.length(); ) {
      if (!isDigit(text.charAt(i)) && afterPrefix(text, i) == i) {
        decoded.append(text.charAt(i));
        i++;
        continue;
      }
      var bytes = new ByteArrayOutputStream();
      int end = readRun(text, i, bytes);
      String message = bytes.size() >= FEWEST ? plausible.text(bytes.toByteArray()) : null;
      int next = Math.max(end, i + 1);
      if (message != null) {
        decoded.append(message);
        changed = true;
      } else {
        decoded.append(text, i, next);
      }
      i = next;
    }
    return changed ? decoded.toString() : null;
  }

  /** Reads numbers from here on; the answer is where they end. */
  private int readRun(String text, int start, ByteArrayOutputStream bytes) {
    int end = start;
    int i = afterPrefix(text, start);
    while (i < text.length()) {
      int digits = digitsAt(text, i);
      boolean parted = digits > longest && shortest == longest;
      int used = parted ? longest : digits;
      if (used < shortest || used > longest) {
        return end;
      }
      int value = Integer.parseInt(text, i, i + used, radix);
      if (value > 255) {
        return end;
      }
      bytes.write(value);
      end = i + used;
      i = parted ? end : afterPrefix(text, afterSeparator(text, end));
    }
    return end;
  }

  private int digitsAt(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= longest && isDigit(text.charAt(end))) {
      end++;
    }
    return end - start;
  }

  private boolean isDigit(char c) {
    return c < 128 && Character.digit(c, radix) >= 0;
  }

  private static int afterSeparator(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < 3 && " ,;:-\n".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private int afterPrefix(String text, int start) {
    if (radix == 10 || start + 1 >= text.length()) {
      return start;
    }
    char first = text.charAt(start);
    char sign = Character.toLowerCase(text.charAt(start + 1));
    boolean prefix = first == '0' ? sign == 'x' || sign == 'b' : first == '\\' && sign == 'x';
    return prefix ? start + 2 : start;
  }
}
