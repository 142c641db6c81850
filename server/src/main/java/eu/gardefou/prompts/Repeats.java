package eu.gardefou.prompts;

import java.util.List;

/** Letters typed more often than they belong: {@code naaaked}, {@code nnaakkeedd}. */
final class Repeats {
  private Repeats() {}

  /** Three alike in a row, or every letter doubled. */
  static boolean in(String word) {
    return collapse(word, 2).length() < word.length() || isDoubled(word);
  }

  /** The word with fewer repeats, longest first; empty when it has none. */
  static List<String> shorter(String word) {
    if (isDoubled(word)) {
      return List.of(half(word));
    }
    return in(word) ? List.of(collapse(word, 2), collapse(word, 1)) : List.of();
  }

  /** The word with at most so many of one letter in a row. */
  static String collapse(String word, int most) {
    var collapsed = new StringBuilder(word.length());
    int run = 0;
    for (int i = 0; i < word.length(); i++) {
      run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      if (run <= most) {
        collapsed.append(word.charAt(i));
      }
    }
    return collapsed.toString();
  }

  private static boolean isDoubled(String word) {
    for (int i = 0; i + 1 < word.length(); i += 2) {
      if (word.charAt(i) != word.charAt(i + 1)) {
        return false;
      }
    }
    return word.length() > 2 && word.length() % 2 == 0;
  }

  private static String half(String doubled) {
    var half = new StringBuilder(doubled.length() / 2);
    for (int i = 0; i < doubled.length(); i += 2) {
      half.append(doubled.charAt(i));
    }
    return half.toString();
  }
}
