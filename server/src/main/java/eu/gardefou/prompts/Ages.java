package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** An age below eighteen, in digits or words: "aged 12", "a twelve-year-old". */
final class Ages implements Rule {
  private static final int ADULT = 18;
  private static final long UNIT = Sense.AGE_UNIT.bit();
  private static final long THING = of(Sense.INANIMATE, Sense.PLACE, Sense.PRODUCT);

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      int number = p.unit(i).number();
      if (number > 0 && number < ADULT && isAge(p, i)) {
        int unit = p.has(i + 1, UNIT) ? i + 1 : i - 1;
        findings.add(Concept.MINOR, 0.9, "minor-age", p, UNIT, unit, i);
      }
    }
  }

  private static boolean isAge(Passage p, int number) {
    boolean unit =
        (p.has(number + 1, UNIT) && p.joined(number + 1))
            || (p.has(number - 1, UNIT) && p.joined(number));
    boolean duration =
        p.has(number - 1, Sense.DURATION.bit()) || p.has(number + 2, Sense.DURATION.bit());
    return unit && !duration && !p.has(number + 2, THING);
  }
}
