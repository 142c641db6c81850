package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges whether a text is in languages that the data files cover: by its script, its words, and
 * the letters of the words that nobody knows. A stretch in another language inside a covered text
 * counts; a lone unknown word or a name does not.
 */
final class Coverage {
  private static final int STRETCH = 10;
  private static final int SHORTEST_STRETCH = 3;
  private static final double STRANGER_WORD = -1.2;
  private static final double OTHER_SCRIPT = -2.5;
  private static final double MOST_PER_WORD = 1.2;
  private static final double NAME_SHARE = 0.25;
  private static final int LONGEST_WORD = 40;

  private final Lexicon lexicon;
  private final Set<String> strangerWords = new HashSet<>();
  private final LetterProfile letters;
  private final int covered;
  private final int all;

  Coverage(Lexicon lexicon, Collection<Language> languages, Map<String, String> strangers) {
    this.lexicon = lexicon;
    List<String> samples = new ArrayList<>();
    languages.forEach(language -> samples.add(language.sample()));
    covered = samples.size();
    samples.addAll(strangers.values());
    all = samples.size();
    letters = new LetterProfile(samples);
    strangers.values().forEach(this::learnStranger);
  }

  private void learnStranger(String sample) {
    for (Chunk chunk : Tokenizer.chunks(sample)) {
      for (Token token : chunk.tokens()) {
        if (!lexicon.knows(token.text())) {
          strangerWords.add(token.text());
        }
      }
    }
  }

  boolean covers(List<Token> tokens) {
    List<Token> words = tokens.stream().filter(Coverage::isWord).toList();
    for (int start = 0; start < words.size(); start += STRETCH) {
      int end = words.size() - start < STRETCH + SHORTEST_STRETCH ? words.size() : start + STRETCH;
      if (evidence(words.subList(start, end)) < 0) {
        return false;
      }
      if (end == words.size()) {
        break;
      }
    }
    return true;
  }

  /** Above zero speaks for the covered languages, below for another. */
  private double evidence(List<Token> words) {
    double evidence = 0;
    double[] sums = new double[all];
    double unknown = 0;
    for (Token word : words) {
      if (lexicon.knows(word.text())) {
        evidence += 1;
      } else if (!isLatin(word)) {
        evidence += OTHER_SCRIPT;
      } else if (strangerWords.contains(word.text())) {
        evidence += STRANGER_WORD;
      } else if (word.letters().length() > LONGEST_WORD) {
        evidence -= 2;
      } else {
        unknown += isName(word, words) ? NAME_SHARE : 1;
        letters.weigh(word.letters(), sums);
      }
    }
    return evidence + 0.25 + lettersEvidence(sums, unknown);
  }

  private double lettersEvidence(double[] sums, double unknown) {
    if (unknown == 0) {
      return 0;
    }
    double own = Double.NEGATIVE_INFINITY;
    double strange = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < all; i++) {
      if (i < covered) {
        own = Math.max(own, sums[i]);
      } else {
        strange = Math.max(strange, sums[i]);
      }
    }
    double odds = (own - strange) / 4 - 0.1 * unknown;
    double most = MOST_PER_WORD * unknown;
    return Math.max(-most, Math.min(most, odds));
  }

  /** A capital among small letters: names belong to no language. */
  private static boolean isName(Token word, List<Token> words) {
    return word.capital() && word != words.getFirst() && words.stream().anyMatch(w -> !w.capital());
  }

  private static boolean isWord(Token token) {
    return token.text().codePoints().anyMatch(Character::isLetter);
  }

  private static boolean isLatin(Token word) {
    return word.text()
        .codePoints()
        .allMatch(c ->
            c < 128
                || !Character.isLetter(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }
}
