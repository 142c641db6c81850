package eu.gardefou.prompts;

import java.text.Normalizer;
import java.util.Locale;

/** Writes a word without case and diacritics, the way all look-ups are keyed. */
final class Folding {
  /** Stretches an Arabic word and means nothing. */
  private static final int TATWEEL = 'ـ';

  private Folding() {}

  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    var folded = new StringBuilder(apart.length());
    apart.codePoints().forEach(point -> append(folded, point));
    return folded.toString();
  }

  /** German words are also typed without umlauts: {@code maedchen}. */
  static String spellUmlauts(String word) {
    return word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
  }

  private static void append(StringBuilder folded, int point) {
    switch (point) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'ł' -> folded.append('l');
      case 'đ', 'ð' -> folded.append('d');
      case 'þ' -> folded.append("th");
      case 'ħ' -> folded.append('h');
      case 'ı' -> folded.append('i');
      case 'ς' -> folded.append('σ');
      case 'ة' -> folded.append('ه');
      case 'ى', 'ی' -> folded.append('ي');
      case 'ک' -> folded.append('ك');
      case TATWEEL -> {}
      default -> {
        if (Character.getType(point) != Character.NON_SPACING_MARK) {
          folded.appendCodePoint(point);
        }
      }
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
