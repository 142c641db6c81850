package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** Sexual content by name, and people who are to look seductive. */
final class Sexualising implements Rule {
  private static final long SEXUAL = Sense.SEXUAL.bit();
  private static final long SULTRY = Sense.SULTRY.bit();

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, SEXUAL) && !Syntax.negated(p, i) && !Nudity.describesThing(p, i)) {
        findings.add(Concept.SEXUAL, 0.95, "sexual-word", p, SEXUAL, i);
      } else if (p.has(i, SULTRY) && !Syntax.negated(p, i) && !Nudity.describesThing(p, i)) {
        double strength = p.mentions(Sense.SOMEBODY | of(Sense.GARMENT)) ? 0.8 : 0.5;
        findings.add(Concept.SEXUAL, strength, "sexual-manner", p, SULTRY, i);
      }
    }
  }
}
