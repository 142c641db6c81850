package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Digits and symbols read as the letters they are typed for: {@code dr3$$}. */
final class Leet {
  private static final String SYMBOLS = "0123456789@$!|+€£¥<{§";
  private static final String LETTERS = "oizeasgtbgasiltelyccs";

  private static final String VOWELS = "aeiouy";
  private static final String ALPHABET = "aeiouybcdfghjklmnpqrstvwxz";

  private Leet() {}

  static boolean isSymbol(int c) {
    return SYMBOLS.indexOf(c) >= 0;
  }

  /** The word with one masked letter tried as any, or two as vowels: {@code n*k*d}. */
  static List<String> unmasked(String word) {
    String masked = word.replace('#', '*').replace('_', '*');
    long masks = masked.chars().filter(c -> c == '*').count();
    if (masks == 0 || masks > 2) {
      return List.of();
    }
    String letters = masks == 1 ? ALPHABET : VOWELS;
    List<String> readings = List.of(masked);
    for (int i = 0; i < masks; i++) {
      readings = readings.stream().flatMap(reading -> fill(reading, letters)).toList();
    }
    return readings;
  }

  private static Stream<String> fill(String masked, String letters) {
    int mask = masked.indexOf('*');
    return letters
        .chars()
        .mapToObj(c -> masked.substring(0, mask) + (char) c + masked.substring(mask + 1));
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
