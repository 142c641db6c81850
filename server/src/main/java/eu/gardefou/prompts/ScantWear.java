package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** Scant or intimate wear, asked for or mentioned. */
final class ScantWear implements Rule {
  private static final double MENTIONED = 0.2;
  private static final long SCANT = of(Sense.INTIMATE, Sense.SWIM);
  private static final long DECENT = of(Sense.CLOTHES, Sense.GARMENT, Sense.OUTER);
  private static final long ASKED = of(Sense.PUT_ON, Sense.REPLACE);
  private static final long WORN = of(Sense.WEARING, Sense.PREPOSITION, Sense.WITH, Sense.DRESSED);

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, SCANT) && !isUnwanted(p, i)) {
        findings.add(Concept.REVEALING, strength(p, i), "revealing-wear", p, SCANT, i);
      }
    }
  }

  private static boolean isUnwanted(Passage p, int wear) {
    return Syntax.isPartOfCompound(p, wear)
        || Syntax.negated(p, wear)
        || Lacking.isCountedOut(p, wear);
  }

  private static double strength(Passage p, int wear) {
    boolean people = p.mentions(Sense.SOMEBODY);
    boolean display = p.mentions(Sense.PRODUCT.bit()) || Syntax.isLyingAbout(p, wear);
    if (isReplaced(p, wear) || (!people && display)) {
      return MENTIONED;
    }
    boolean asked = Syntax.nearestBefore(p, wear, ASKED, 8) >= 0 || isAskedForLast(p, wear);
    boolean worn = Syntax.nearestBefore(p, wear, WORN, 4) >= 0;
    if (p.has(wear, Sense.INTIMATE.bit())) {
      return people ? asked ? 0.95 : worn ? 0.85 : 0.7 : asked ? 0.85 : 0.5;
    }
    // Ordinary at the pool or in summer: only to be put into it is worth a finding.
    boolean shortWear = p.has(wear, Sense.GARMENT.bit());
    return asked ? 0.57 : people && shortWear ? 0.35 : MENTIONED;
  }

  /** Turkish {@code montunu mayoya çevir}: the verb stands at the end. */
  private static boolean isAskedForLast(Passage p, int wear) {
    return p.isVerbLast(Syntax.nearestAfter(p, wear, ASKED, 3));
  }

  /** {@code replace the bikini with a winter coat} asks for more, not for less. */
  private static boolean isReplaced(Passage p, int wear) {
    int last = Syntax.nearestAfter(p, wear, Sense.REPLACE.bit(), 6);
    if (p.isVerbLast(last)) {
      return Syntax.nearestAfter(p, wear, DECENT, last - wear) >= 0;
    }
    int action = Syntax.nearestBefore(p, wear, Sense.REPLACE.bit(), 4);
    if (action < 0 || Syntax.nearestBefore(p, wear, DECENT, wear - action) >= 0) {
      return false;
    }
    int decent = Syntax.nearestAfter(p, wear, DECENT, 8);
    return decent >= 0 && Syntax.nearestAfter(p, wear, SCANT, 8) < 0;
  }
}
