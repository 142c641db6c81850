package eu.gardefou.prompts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much the words of a text speak for each language. */
final class Evidence {
  private static final double SHARE_OF_ACTIVE = 0.5;
  private static final double BY_FAR = 1.25;

  /** Letters from which on a longer word says no more of its language. */
  private static final int TELLING = 5;

  /** A single letter may be the rest of anything. */
  private static final double LETTER = 0.02;

  private final List<String> codes;
  private final double[] scores;

  Evidence(Lexicon lexicon) {
    codes = lexicon.codes();
    scores = new double[codes.size()];
  }

  /**
   * For which languages a word speaks.
   *
   * @param languages one bit each, in the order of {@link Lexicon#codes}
   * @param each how much for each of them
   */
  record Weight(long languages, double each) {
    static final Weight NONE = new Weight(0, 0);
  }

  /** A word speaks for a language the more, the fewer languages have it and the longer it is. */
  static Weight weigh(Token word, List<Entry> entries, Lexicon lexicon) {
    long exact = 0;
    long all = 0;
    for (Entry entry : entries) {
      if (!entry.belongsToAll()) {
        long bit = lexicon.bit(entry.language());
        all |= bit;
        exact |= entry.written().equals(word.letters()) ? bit : 0;
      }
    }
    // The languages that write it just so; if none does, all that have it.
    long languages = exact == 0 ? all : exact;
    int length = word.text().length();
    double telling = length == 1 ? LETTER : (double) Math.min(length, TELLING) / TELLING;
    return languages == 0 ? Weight.NONE : new Weight(languages, telling / Long.bitCount(languages));
  }

  void add(Weight weight) {
    for (long rest = weight.languages(); rest != 0; rest &= rest - 1) {
      scores[Long.numberOfTrailingZeros(rest)] += weight.each();
    }
  }

  /** How much it speaks for the language for which it speaks most. */
  double most() {
    return scores[index()];
  }

  /** The language for which it speaks most; {@code any} when it speaks for none. */
  String best() {
    return most() > 0 ? codes.get(index()) : Entry.ANY;
  }

  private int index() {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] >= scores[best] ? i : best;
    }
    return best;
  }

  /** The likeliest language by far; {@code any} when there is none. */
  String likeliest() {
    int best = index();
    double second = 0;
    for (int i = 0; i < scores.length; i++) {
      second = i == best ? second : Math.max(second, scores[i]);
    }
    return scores[best] >= BY_FAR * second ? best() : Entry.ANY;
  }

  Set<String> active() {
    double most = most();
    Set<String> active = new HashSet<>(Set.of(Entry.ANY));
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0 && scores[i] >= SHARE_OF_ACTIVE * most) {
        active.add(codes.get(i));
      }
    }
    return active;
  }
}
