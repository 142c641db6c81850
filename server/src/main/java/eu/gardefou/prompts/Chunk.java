package eu.gardefou.prompts;

import java.util.List;

/**
 * What stands between two spaces, as written and as words.
 *
 * @param raw with its symbols and punctuation
 */
record Chunk(String raw, List<Token> tokens) {
  private static final int SHORTEST_APART = 3;

  /** What parts it from the chunk before. */
  Gap before() {
    return tokens.isEmpty() ? Gap.NONE : tokens.getFirst().before();
  }

  /** Whether it has no marks but those that end a clause. */
  boolean isPlain() {
    int end = raw.length();
    while (end > 0 && ".,;:!?".indexOf(raw.charAt(end - 1)) >= 0) {
      end--;
    }
    for (int i = 0, point; i < end; i += Character.charCount(point)) {
      point = raw.codePointAt(i);
      if (!Character.isLetterOrDigit(point)) {
        return false;
      }
    }
    return true;
  }

  /** One letter, or a symbol that may stand for one. */
  boolean isSingle() {
    int point = raw.codePointAt(0);
    return raw.length() == Character.charCount(point)
        && (Character.isLetterOrDigit(point) || Leet.isSymbol(point));
  }

  /** {@code u.n.d.r.e.s.s}. */
  boolean isApart() {
    return tokens.size() >= SHORTEST_APART
        && tokens.stream().allMatch(token -> token.text().length() == 1);
  }

  /** A mask may split a word into parts that are words: {@code dr*ss}. */
  boolean hasMaskedLetter() {
    return tokens.size() > 1 && raw.indexOf('*') > 0;
  }
}
