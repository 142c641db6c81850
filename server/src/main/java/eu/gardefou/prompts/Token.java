package eu.gardefou.prompts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One word of a text.
 *
 * @param text folded, as look-ups are keyed
 * @param letters in lower case with diacritics, as languages are told apart
 * @param capital whether it begins with a capital
 * @param before what parts it from the word before
 * @param repair how it was respelled, or null when it stands as written
 */
record Token(String text, String letters, boolean capital, Gap before, @Nullable String repair) {
  static Token plain(String word, Gap before) {
    boolean capital = Character.isUpperCase(word.codePointAt(0));
    return new Token(Folding.fold(word), word.toLowerCase(Locale.ROOT), capital, before, null);
  }

  Token respelled(String text, String repair) {
    return new Token(text, letters, capital, before, repair);
  }

  Token parted(Gap gap) {
    return new Token(text, letters, capital, gap, repair);
  }

  /** Respelled in a way that may well be wrong, so that it needs a language to fit into. */
  boolean isGuessed() {
    return repair != null && WordRepair.GUESSES.contains(repair);
  }

  boolean isNumber() {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
