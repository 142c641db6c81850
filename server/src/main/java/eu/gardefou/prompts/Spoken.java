package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.List;

/** The languages of a text and of its parts, as far as the words tell. */
final class Spoken {
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final List<Evidence.Weight> weights = new ArrayList<>();

  /**
   * The languages of these words.
   *
   * @param found what each may mean
   */
  Spoken(Words words, List<Token> tokens, List<List<Entry>> found) {
    lexicon = words.lexicon();
    this.tokens = tokens;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      weights.add(
          words.knows(token.text())
              ? Evidence.weigh(token, found.get(i), lexicon)
              : Evidence.Weight.NONE);
    }
  }

  /** Where parts start that are each in a language of its own; one when there is no change. */
  List<Integer> starts() {
    List<Evidence.Weight> telling = new ArrayList<>(tokens.size());
    var all = new Evidence(lexicon);
    for (int i = 0; i < tokens.size(); i++) {
      Evidence.Weight weight = isWild(tokens.get(i)) ? Evidence.Weight.NONE : weights.get(i);
      telling.add(weight);
      all.add(weight);
    }
    return Switches.in(tokens, telling, all.most(), lexicon.codes().size());
  }

  /**
   * A language is in use when the words speak for it nearly as much as for the likeliest one.
   * Respelled words are no evidence, unless they are most of the text.
   */
  Evidence evidence(int start, int end) {
    var asWritten = new Evidence(lexicon);
    var respelled = new Evidence(lexicon);
    var guessed = new Evidence(lexicon);
    for (int i = start; i < end; i++) {
      Token token = tokens.get(i);
      Evidence evidence = token.repair() == null ? asWritten : isWild(token) ? guessed : respelled;
      evidence.add(weights.get(i));
    }
    Evidence plain = asWritten.most() * 2 < respelled.most() ? respelled : asWritten;
    return plain.most() == 0 ? guessed : plain;
  }

  /** So far from what was written that any language might come of it. */
  private static boolean isWild(Token token) {
    return token.isGuessed() && !WordRepair.REPEATS.equals(token.repair());
  }
}
