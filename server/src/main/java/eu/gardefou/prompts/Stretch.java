package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;

/** Neighbouring words of a text that may be of another script, typed in Latin letters. */
final class Stretch {
  private static final int FEWEST = 2;
  private static final int SHORTEST = 3;

  /** A word that the text's own language has, though it is meant for another. */
  private static final int LONGEST_CHANCE = 4;

  private final List<Token> tokens;
  private final List<Token> words = new ArrayList<>();
  private final LanguageCounts counts = new LanguageCounts();
  private final int start;
  private final int end;
  private boolean digits;

  /**
   * The tokens from start to end.
   *
   * @param known what the files say of each token
   */
  Stretch(List<Token> tokens, List<Known> known, int start, int end) {
    this.tokens = tokens;
    this.start = start;
    this.end = end;
    for (int i = start; i < end; i++) {
      if (tokens.get(i).text().length() >= SHORTEST) {
        words.add(tokens.get(i));
        counts.add(known.get(i).languages());
        digits |= hasDigit(tokens.get(i));
      }
    }
  }

  /** All of a text when no language has most of its words, else those parts of which it is so. */
  static List<Stretch> in(List<Token> tokens, List<Known> known) {
    var all = new Stretch(tokens, known, 0, tokens.size());
    if (all.isStrange()) {
      return List.of(all);
    }
    List<Stretch> stretches = new ArrayList<>();
    long home = all.counts.best();
    for (int start = 0; start < tokens.size(); ) {
      int end = endOfRun(tokens, known, home, start);
      var run = new Stretch(tokens, known, start, end);
      if (run.isStrange()) {
        stretches.add(run);
      }
      start = Math.max(end, start + 1);
    }
    return stretches;
  }

  /** After words that the text's own language does not have; a short one between may be chance. */
  private static int endOfRun(List<Token> tokens, List<Known> known, long home, int start) {
    int end = start;
    for (int i = start; i < tokens.size() && i <= end + 1; i++) {
      boolean strange = !tokens.get(i).isNumber() && (known.get(i).languages() & home) == 0;
      if (strange) {
        end = i + 1;
      } else if (i == start || tokens.get(i).text().length() > LONGEST_CHANCE) {
        break;
      }
    }
    return end;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isWhole() {
    return start == 0 && end == tokens.size();
  }

  Token token(int index) {
    return tokens.get(index);
  }

  /** Those that are long enough to tell something. */
  List<Token> words() {
    return words;
  }

  /** How many of the words the likeliest language does not have. */
  int unknown() {
    return words.size() - counts.most();
  }

  private boolean isStrange() {
    return unknown() >= FEWEST && unknown() * 2 > words.size();
  }

  /** Figures stand for Arabic sounds that Latin has no letter for. */
  boolean hasDigits() {
    return digits;
  }

  private static boolean hasDigit(Token word) {
    return !word.isNumber() && word.text().chars().anyMatch(Character::isDigit);
  }
}
