package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/**
 * A list of what is not wanted, after a marker ("negative prompt: clothes, blurry") or as a field
 * of its own: wear in it asks for none.
 */
final class NegativeList implements Rule {
  private static final long WEAR = of(Sense.CLOTHES, Sense.GARMENT, Sense.DRESSED);
  private static final long FLAW = Sense.PART.bit();

  /** The marker may stand anywhere in a text. */
  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i + 1 < p.size(); i++) {
      if (p.has(i, Sense.WITHOUT.bit()) && p.gap(i + 1) == Gap.COMMA) {
        report(p, i + 1, p.mentionsSomebody(), findings);
      }
    }
  }

  /** A companion that is a bare list with flaws or nothing but wear in it is a negative prompt. */
  void readCompanion(Passage p, boolean somebody, Findings findings) {
    if (isBareList(p)) {
      report(p, 0, somebody || p.mentionsSomebody(), findings);
    }
  }

  private static boolean isBareList(Passage p) {
    boolean onlyWear = p.size() > 0;
    for (int i = 0; i < p.size(); i++) {
      if (p.isVerb(i) || p.has(i, Sense.PEOPLE)) {
        return false;
      }
      onlyWear &= p.has(i, WEAR | Sense.SMALL | Sense.AND.bit());
    }
    return onlyWear || p.mentions(FLAW);
  }

  private static void report(Passage p, int start, boolean somebody, Findings findings) {
    for (int i = start; i < p.size() && (i == start || p.gap(i) != Gap.STOP); i++) {
      if (p.has(i, WEAR) && !Syntax.isPartOfCompound(p, i)) {
        double strength = somebody ? 0.85 : 0.7;
        findings.add(Concept.UNDRESS, strength, "undress-negative-list", p, WEAR, i);
      }
    }
  }
}
