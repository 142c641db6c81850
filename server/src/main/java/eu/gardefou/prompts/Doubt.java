package eu.gardefou.prompts;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weakens to a hint what a rule found in a text that is, as a whole, surely about something else:
 * bare mountains, a strip of paint, a neckline that is to be higher. A hint clears nothing: the
 * result is then judged more strictly, and hints add up.
 *
 * <p>Only where the text is written plainly, and what was found is said in one language, of those
 * that the gist was taught: a disguise leaves no doubt. Whatever undresses or is sexual is doubted
 * only where nobody is spoken of, and never where something is to be done to what somebody wears,
 * since harmless words around it make no wish harmless.
 */
final class Doubt {
  /** As strong as a hint. */
  static final double HINT = 0.3;

  /** The odds below which a text is surely about something else. */
  private static final double SURELY_NOT = -3;

  private static final long ACTS =
      Sense.of(Sense.REMOVE, Sense.VANISH, Sense.UNDRESS, Sense.STRIP, Sense.REVEAL, Sense.OFF);

  private static final int LONGEST = 40;
  private static final Set<Concept> DOUBTED =
      Set.of(Concept.UNDRESS, Concept.REVEALING, Concept.SEXUAL);

  private final Gist gist;
  private final Set<String> taught;
  private @Nullable Passage last;
  private boolean other;

  /**
   * Creates it for one request.
   *
   * @param taught the languages from which the gist was learnt
   */
  Doubt(Gist gist, Set<String> taught) {
    this.gist = gist;
    this.taught = taught;
  }

  /** How strong a finding by these units of a passage is. */
  double weigh(Concept concept, double strength, String language, Passage p, int... units) {
    boolean doubted =
        strength > HINT
            && DOUBTED.contains(concept)
            && taught.contains(language)
            && isSaidIn(language, p, units)
            && (concept == Concept.REVEALING || isOfNobody(p, units))
            && isAboutSomethingElse(p);
    return doubted ? HINT : strength;
  }

  private static boolean isOfNobody(Passage p, int... units) {
    return !p.mentions(Sense.SOMEBODY) && !isActOnWear(p, units);
  }

  private static boolean isSaidIn(String language, Passage p, int... units) {
    return Arrays.stream(units)
        .mapToObj(unit -> p.unit(unit).entries())
        .allMatch(entries ->
            entries.isEmpty()
                || entries.stream().anyMatch(entry -> entry.language().equals(language)));
  }

  /** Something that is to be done to what somebody wears. */
  private static boolean isActOnWear(Passage p, int... units) {
    return Arrays.stream(units).anyMatch(unit -> p.has(unit, ACTS))
        && Arrays.stream(units).anyMatch(unit -> p.has(unit, Sense.COVERING));
  }

  private boolean isAboutSomethingElse(Passage p) {
    if (p != last) {
      last = p;
      other = p.size() <= LONGEST && odds(p) < SURELY_NOT;
    }
    return other;
  }

  /** Where somebody is spoken of, no part may be about more, between two marks. */
  private double odds(Passage p) {
    return p.mentions(Sense.SOMEBODY) ? gist.mostOdds(p) : gist.oddsBeforeNegation(p);
  }
}
