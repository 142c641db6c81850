package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;

/** Digits and symbols read as the letters they are typed for: {@code dr3$$}. */
final class Leet {
  private static final String SYMBOLS = "0123456789@$!|+€£¥<{§";
  private static final String LETTERS = "oizeasgtbgasiltelyccs";

  private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "y");

  private Leet() {}

  static boolean isSymbol(int c) {
    return SYMBOLS.indexOf(c) >= 0;
  }

  /** The word with its one or two masked letters tried as vowels: {@code n*ked}. */
  static List<String> unmasked(String word) {
    List<String> readings = List.of(word.replace('#', '*').replace('_', '*'));
    if (readings.getFirst().chars().filter(c -> c == '*').count() > 2) {
      return List.of();
    }
    while (readings.getFirst().indexOf('*') >= 0) {
      readings =
          readings.stream()
              .flatMap(r -> VOWELS.stream().map(vowel -> r.replaceFirst("\\*", vowel)))
              .toList();
    }
    return readings;
  }

  /** The word as letters; a one may be an i or an l, so there may be two ways. */
  static List<String> readings(String word) {
    String letters = read(word, 'i');
    if (letters.equals(word)) {
      return List.of();
    }
    List<String> readings = new ArrayList<>();
    readings.add(letters);
    if (word.indexOf('1') >= 0 || word.indexOf('!') >= 0 || word.indexOf('|') >= 0) {
      readings.add(read(word, 'l'));
    }
    return readings;
  }

  private static String read(String word, char one) {
    var letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int symbol = SYMBOLS.indexOf(c);
      boolean upright = c == '1' || c == '!' || c == '|';
      letters.append(upright ? one : symbol < 0 ? c : LETTERS.charAt(symbol));
    }
    return letters.toString();
  }
}
