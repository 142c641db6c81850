package eu.gardefou.prompts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Where a text changes its language: {@code enlève sa robe. She is my friend.} Of all ways to give
 * each word a language it takes the one that the words speak for most, when each change costs (A.
 * Viterbi's method; linear).
 */
final class Switches {
  private static final double COST = 1.5;
  private static final double COST_AT_COMMA = 1;
  private static final double COST_AT_STOP = 0.5;

  private final List<Token> tokens;
  private final List<Evidence.Weight> weights;
  private final int languages;
  private final byte[][] from;
  private double[] scores;

  private Switches(List<Token> tokens, List<Evidence.Weight> weights, int languages) {
    this.tokens = tokens;
    this.weights = weights;
    this.languages = languages;
    from = new byte[tokens.size()][languages];
    scores = new double[languages];
  }

  /**
   * The starts of the parts that are in one language each; one when it is the same throughout.
   *
   * @param weights for which languages each word speaks, and how much
   * @param most how much they speak for the language of most
   */
  static List<Integer> in(
      List<Token> tokens, List<Evidence.Weight> weights, double most, int languages) {
    double best = 0;
    for (Evidence.Weight weight : weights) {
      best += weight.each();
    }
    return best - most < COST_AT_STOP
        ? List.of(0)
        : new Switches(tokens, weights, languages).starts();
  }

  private List<Integer> starts() {
    for (int i = 0; i < tokens.size(); i++) {
      step(i);
    }
    int language = best();
    Deque<Integer> starts = new ArrayDeque<>();
    for (int i = tokens.size() - 1; i > 0; i--) {
      int before = from[i][language];
      if (before != language) {
        starts.addFirst(i);
      }
      language = before;
    }
    starts.addFirst(0);
    return List.copyOf(starts);
  }

  private void step(int i) {
    int best = best();
    double changed = scores[best] - cost(tokens.get(i).before());
    Evidence.Weight weight = weights.get(i);
    var next = new double[languages];
    for (int language = 0; language < languages; language++) {
      boolean stays = scores[language] >= changed;
      from[i][language] = (byte) (stays ? language : best);
      next[language] = stays ? scores[language] : changed;
      if ((weight.languages() >>> language & 1) != 0) {
        next[language] += weight.each();
      }
    }
    scores = next;
  }

  private int best() {
    int best = 0;
    for (int language = 1; language < languages; language++) {
      best = scores[language] > scores[best] ? language : best;
    }
    return best;
  }

  private static double cost(Gap gap) {
    return switch (gap) {
      case NONE -> COST;
      case COMMA -> COST_AT_COMMA;
      case STOP -> COST_AT_STOP;
    };
  }
}
