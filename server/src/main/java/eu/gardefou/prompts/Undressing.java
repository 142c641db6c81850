package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** A verb that says it all, such as "undress", unless its object is a salad, or a coat. */
final class Undressing implements Rule {
  private static final long HARMLESS = of(Sense.INANIMATE, Sense.PRODUCT, Sense.PLACE, Sense.PART);

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, Sense.UNDRESS.bit()) && !Syntax.negated(p, i)) {
        undressed(p, i, findings);
      } else if (p.has(i, Sense.STRIP.bit()) && !Syntax.negated(p, i)) {
        stripped(p, i, findings);
      }
    }
  }

  private static void undressed(Passage p, int action, Findings findings) {
    boolean takesOff = p.has(action, Sense.REMOVE.bit());
    if (hasHarmlessObject(p, action)
        || (takesOff && Syntax.objects(p, action, Sense.WEAR).length > 0)) {
      return;
    }
    double strength = p.mentionsSomebody() ? 0.95 : 0.8;
    findings.add(Concept.UNDRESS, strength, "undress-verb", p, Sense.UNDRESS.bit(), action);
  }

  private static boolean hasHarmlessObject(Passage p, int action) {
    int first = Syntax.nearestAfter(p, action, Sense.THINGS, 3);
    boolean thing = p.has(first, HARMLESS) && !p.has(first, Sense.PEOPLE | Sense.WEAR);
    int[] things = Syntax.objects(p, action, HARMLESS);
    return (thing || things.length > 0) && Syntax.objects(p, action, Sense.PEOPLE).length == 0;
  }

  /** {@code strip her}, but not {@code strip the paint}. */
  private static void stripped(Passage p, int action, Findings findings) {
    int next = p.isArticle(action + 1) ? action + 2 : action + 1;
    int last = Math.min(next + 2, p.size() - 1);
    for (int i = next; i <= last && p.joined(i); i++) {
      if (p.has(i, HARMLESS) || p.has(i, Sense.PREPOSITIONS) || p.isVerb(i)) {
        return;
      }
      if (p.isPerson(i)) {
        findings.add(Concept.UNDRESS, 0.9, "undress-strip", p, Sense.STRIP.bit(), action, i);
        return;
      }
    }
  }
}
