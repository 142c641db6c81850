package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;

/** Joins neighbours that only together are a word that matters: {@code un dress}. */
final class Joins {
  private static final int LONGEST = 4;
  private static final int SHORTEST_MERGED = 5;
  private static final int SHORTEST_BROKEN = 4;

  private final List<Token> tokens;
  private final Words words;

  private Joins(List<Token> tokens, Words words) {
    this.tokens = tokens;
    this.words = words;
  }

  /** The words with those joined that belong together. */
  static List<Token> of(List<Token> tokens, Words words) {
    var joins = new Joins(tokens, words);
    List<Token> joined = new ArrayList<>(tokens.size());
    for (int i = 0, end; i < tokens.size(); i = end) {
      end = joins.endOfJoin(i);
      Token first = tokens.get(i);
      joined.add(end == i + 1 ? first : first.respelled(joins.join(i, end), "spaced"));
    }
    return joined;
  }

  private String join(int start, int end) {
    var whole = new StringBuilder();
    for (int i = start; i < end; i++) {
      whole.append(tokens.get(i).text());
    }
    return whole.toString();
  }

  private int endOfJoin(int start) {
    int last = Math.min(tokens.size(), start + LONGEST);
    if (last > start + 1 && !tokens.get(start).isNumber()) {
      String whole = join(start, last);
      int length = whole.length();
      for (int end = last; end > start + 1; end--) {
        if (length >= SHORTEST_BROKEN && isMeant(whole.substring(0, length), start, end)) {
          return end;
        }
        length -= tokens.get(end - 1).text().length();
      }
    }
    return start + 1;
  }

  private boolean isMeant(String whole, int start, int end) {
    Known known = words.lexicon().known(whole);
    if (!known.isWord()) {
      return false;
    }
    boolean broken = false;
    long shared = -1;
    for (Token part : tokens.subList(start, end)) {
      Known alone = words.known(part.text());
      broken |= !alone.isWord();
      shared &= alone.files();
    }
    boolean risky = (known.senses() & Sense.RISKY) != 0;
    return broken || (risky && shared == 0 && whole.length() >= SHORTEST_MERGED);
  }
}
