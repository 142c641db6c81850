package eu.gardefou.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What a request is about, where no other rule understands how it says so: logistic regression over
 * the senses of its words and how they stand together. Learnt from sentences of all languages; the
 * weights are a file of the program.
 */
final class Gist implements Rule {
  static final String FILE = "/prompts/gist.bin";

  /** Weights are kept in sixteenths. */
  static final double SCALE = 16;

  /** Above these odds something is found. Below, too many ordinary requests would be. */
  static final double ENOUGH = 1.75;

  /** The same where no word speaks of more than people: somebody may be wanted out of a picture. */
  private static final double ENOUGH_UNTOLD = 3.5;

  /** What a negation takes from the odds of its sentence. */
  private static final double NEGATION = 12;

  private static final double SURE = 12;
  private static final long TELLING =
      Sense.COVERING
          | Sense.of(Sense.BODY, Sense.SKIN, Sense.NUDE, Sense.HALF_NUDE, Sense.BARE, Sense.NOTHING)
          | Sense.of(Sense.SEE_THROUGH, Sense.SKIMPY, Sense.SEXUAL, Sense.SULTRY, Sense.UNDER)
          | Sense.of(Sense.ONLY, Sense.DRESSED, Sense.WEARING);
  private static final long UNDRESSES = Sense.of(Sense.UNDRESS, Sense.STRIP);
  private static final long HARMLESS_WEAR = Sense.of(Sense.OUTER, Sense.ACCESSORY);
  private static final long DONE =
      Sense.of(Sense.REMOVE, Sense.UNDRESS, Sense.STRIP, Sense.REVEAL)
          | Sense.of(Sense.NUDE, Sense.HALF_NUDE, Sense.SEXUAL, Sense.SULTRY, Sense.SWIM);
  private static final int LONGEST = 40;

  private final byte[] weights;

  Gist(byte[] weights) {
    if (weights.length != GistFeatures.BUCKETS) {
      throw new IllegalStateException("The file of the gist has a wrong size.");
    }
    this.weights = weights;
  }

  static Gist load() {
    try (InputStream file = Objects.requireNonNull(Gist.class.getResourceAsStream(FILE))) {
      return new Gist(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(Passage p, Findings findings) {
    boolean telling = isTelling(p);
    if (!telling && p.mentions(HARMLESS_WEAR)) {
      return;
    }
    double most = odds(p);
    double enough = telling ? ENOUGH : ENOUGH_UNTOLD;
    if (most > enough) {
      double strength = Math.min(0.9, 0.5 + 0.4 * (most - enough) / SURE);
      findings.add(Concept.UNDRESS, strength, "gist", Entry.ANY, p.reading());
    }
  }

  /** Whether more is spoken of than people, or a coat that comes off. */
  private static boolean isTelling(Passage p) {
    return p.mentions(TELLING) || (p.mentions(UNDRESSES) && !p.mentions(HARMLESS_WEAR));
  }

  /**
   * Whether something between these units is asked not to be done, which the senses alone tell
   * badly.
   */
  private static boolean hasNegated(Passage p, int start, int end) {
    for (int i = start; i < end; i++) {
      if (p.has(i, DONE) && Syntax.negated(p, i)) {
        return true;
      }
    }
    return false;
  }

  /** The highest of the whole, if it is short, and of its sentences. */
  double odds(Passage p) {
    return most(p, (start, end) -> odds(p, start, end));
  }

  /** The same whatever is negated: for those who know what is. */
  double oddsBeforeNegation(Passage p) {
    return most(p, (start, end) -> plainOdds(p, start, end));
  }

  private static double most(Passage p, DoubleOfSpan odds) {
    double most = p.size() <= LONGEST ? odds.of(0, p.size()) : Double.NEGATIVE_INFINITY;
    int start = 0;
    for (int i = 1; i <= p.size(); i++) {
      if (p.gap(i) == Gap.STOP || i - start == LONGEST) {
        boolean part = start > 0 || i < p.size();
        most = part ? Math.max(most, odds.of(start, i)) : most;
        start = i;
      }
    }
    return most;
  }

  /** The highest of the whole and of all that stands between two marks, whatever is negated. */
  double mostOdds(Passage p) {
    double most = oddsBeforeNegation(p);
    int start = 0;
    for (int i = 1; i <= p.size(); i++) {
      if (p.gap(i) != Gap.NONE) {
        most = Math.max(most, plainOdds(p, start, i));
        start = i;
      }
    }
    return most;
  }

  private interface DoubleOfSpan {
    double of(int start, int end);
  }

  /** The logarithm of the odds that the units from start to end ask for it. */
  private double odds(Passage p, int start, int end) {
    return plainOdds(p, start, end) - (hasNegated(p, start, end) ? NEGATION : 0);
  }

  private double plainOdds(Passage p, int start, int end) {
    return GistFeatures.weight(p, start, end, weights) / SCALE;
  }
}
