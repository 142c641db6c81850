package eu.gardefou.prompts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;

/**
 * Brings a text to plain letters without changing its words: compatibility forms (NFKC, UAX #15),
 * default-ignorable characters out, letters in circles and squares as letters.
 */
final class Normaliser {
  /** More combining marks than this on one letter are decoration, and slow to put in order. */
  private static final int MARKS_PER_LETTER = 4;

  /** A text that would grow more than this does not spell ordinary words with its characters. */
  private static final int GROWTH = 4;

  private Normaliser() {}

  static String clean(String raw) {
    String simple = simplify(raw);
    if (Normalizer.isNormalized(simple, Normalizer.Form.NFKC)) {
      return simple;
    }
    String normal = Normalizer.normalize(simple, Normalizer.Form.NFKC);
    return normal.length() <= (long) GROWTH * simple.length() + 64 ? normal : simple;
  }

  private static String simplify(String raw) {
    var simple = new StringBuilder(raw.length());
    int marks = 0;
    for (int i = 0; i < raw.length(); ) {
      int point = raw.codePointAt(i);
      i += Character.charCount(point);
      boolean mark = point >= 0x300 && Character.getType(point) == Character.NON_SPACING_MARK;
      marks = mark ? marks + 1 : 0;
      if (marks <= MARKS_PER_LETTER && !isIgnorable(point) && !isOverlay(point)) {
        simple.appendCodePoint(letterInFrame(point));
      }
    }
    return simple.toString();
  }

  /** Strokes and lines through letters; no language writes them so. */
  private static boolean isOverlay(int point) {
    return point >= 0x334 && point <= 0x338;
  }

  private static boolean isIgnorable(int point) {
    return point > 0x7F
        && UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  /** Negative circled and squared letters have no compatibility form of their own. */
  private static int letterInFrame(int point) {
    if (point >= 0x1F150 && point <= 0x1F169) {
      return 'A' + point - 0x1F150;
    }
    return point >= 0x1F170 && point <= 0x1F189 ? 'A' + point - 0x1F170 : point;
  }
}
