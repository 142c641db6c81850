package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins letters that stand apart: {@code u.n.d.r.e.s.s h-e-r}, {@code t a k e o f f}. What parts
 * words is wider than what parts letters, or has a space where that has none. One pass, linear.
 */
final class LettersApart {
  static final String READING = "spaced";
  private static final int SHORTEST = 3;

  /** Symbols that are typed for letters and hardly ever part any. */
  private static final String LETTERS = "@$€£¥§";

  private final String text;
  private final StringBuilder joined;
  private final List<Letter> run = new ArrayList<>();
  private int copied;
  private boolean changed;

  /** A letter of a run and where the gap before it starts; the first has none. */
  private record Letter(int gapStart, int start, int end) {
    int gap() {
      return start - gapStart;
    }
  }

  private LettersApart(String text) {
    this.text = text;
    joined = new StringBuilder(text.length());
  }

  /** The text with such letters joined, or null when it has none. */
  static @Nullable String join(String text) {
    var apart = new LettersApart(text);
    apart.run();
    return apart.changed ? apart.joined.toString() : null;
  }

  private void run() {
    int gap = 0;
    for (int i = 0; i < text.length(); ) {
      int end = endOfWord(i);
      if (end == i) {
        i += Character.charCount(text.codePointAt(i));
        continue;
      }
      if (isOneLetter(i, end)) {
        run.add(new Letter(run.isEmpty() ? i : gap, i, end));
      } else {
        endRun();
      }
      gap = end;
      i = end;
    }
    endRun();
    joined.append(text, copied, text.length());
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < text.length() && isPartOfWord(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isPartOfWord(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || LETTERS.indexOf(point) >= 0;
  }

  private boolean isOneLetter(int start, int end) {
    int letters = 0;
    for (int i = start; i < end && letters < 2; ) {
      int point = text.codePointAt(i);
      letters += Character.getType(point) == Character.NON_SPACING_MARK ? 0 : 1;
      i += Character.charCount(point);
    }
    return letters == 1;
  }

  private void endRun() {
    if (run.size() >= SHORTEST) {
      changed = true;
      boolean spaces = hasSpacesBetweenMost();
      int narrowest = run.stream().skip(1).mapToInt(Letter::gap).min().orElse(0);
      joined.append(text, copied, run.getFirst().start());
      for (Letter letter : run) {
        boolean parts = spaces ? letter.gap() > narrowest : hasSpace(letter);
        joined.append(parts ? " " : "").append(text, letter.start(), letter.end());
        copied = letter.end();
      }
    }
    run.clear();
  }

  private boolean hasSpacesBetweenMost() {
    return run.stream().filter(this::hasSpace).count() * 2 > run.size();
  }

  private boolean hasSpace(Letter letter) {
    for (int i = letter.gapStart(); i < letter.start(); i++) {
      if (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
