package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** Ordinary wear that is to cover less: see-through, shorter, tighter, unbuttoned. */
final class SkimpyCut implements Rule {
  private static final long WORN = of(Sense.CLOTHES, Sense.GARMENT, Sense.INTIMATE, Sense.SWIM);
  private static final long WORN_OR_OUTER = WORN | Sense.OUTER.bit();
  private static final long BODY = Sense.BODY.bit();
  private static final long DESCRIBED = WORN_OR_OUTER | BODY;
  private static final long MADE = Sense.VERBS | Sense.AUXILIARY.bit();
  private static final long NOUNS = Sense.THINGS & ~Sense.PEOPLE;

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, Sense.SEE_THROUGH.bit())) {
        described(p, i, 0.9, "revealing-see-through", findings);
      } else if (p.has(i, Sense.SKIMPY.bit())) {
        described(p, i, 0.75, "revealing-skimpy", findings);
      } else if (p.has(i, Sense.SHRUNK.bit())) {
        described(p, i, 0.65, "revealing-cut", findings);
      }
      if (p.has(i, Sense.SHRINK.bit())) {
        shrunk(p, i, findings);
      }
    }
  }

  /** The adjective goes with the noun beside it, or with the last noun before it. */
  private static void described(
      Passage p, int adjective, double strength, String rule, Findings findings) {
    if (Syntax.negated(p, adjective)) {
      return;
    }
    int noun = nounOf(p, adjective);
    if (noun < 0) {
      noun = madeSo(p, adjective);
    }
    if (noun < 0 && isAskedFor(p, adjective)) {
      findings.add(Concept.REVEALING, 0.6, rule, p, p.unit(adjective).senses(), adjective);
    }
    if (noun >= 0 && p.has(noun, DESCRIBED) && !Syntax.isPartOfCompound(p, noun)) {
      double worn = p.has(noun, WORN | BODY) ? strength : strength * 0.4;
      double sure = p.mentionsSomebody() ? worn : worn * 0.7;
      findings.add(Concept.REVEALING, sure, rule, p, NOUNS, noun, adjective);
    }
  }

  /** Italian {@code rendi trasparente il suo vestito}: verb, adjective, noun. */
  private static int madeSo(Passage p, int adjective) {
    int noun = Syntax.skip(p, adjective + 1, Sense.ARTICLES | Sense.FILLER.bit());
    boolean made = p.joined(adjective) && Syntax.nearestBefore(p, adjective, MADE, 2) >= 0;
    return made && p.joined(noun) && p.has(noun, DESCRIBED) ? noun : -1;
  }

  /** {@code put her in something skimpy}: whatever it is. */
  private static boolean isAskedFor(Passage p, int adjective) {
    int asked = Syntax.nearestBefore(p, adjective, of(Sense.PUT_ON, Sense.WEARING), 5);
    boolean something = p.joined(adjective) && p.has(adjective - 1, Sense.QUANTITY.bit());
    boolean scant = something || p.has(adjective, Sense.SKIMPY.bit());
    return asked >= 0 && scant && p.mentions(Sense.PEOPLE);
  }

  private static int nounOf(Passage p, int adjective) {
    int beside = Syntax.skipBack(p, adjective - 1, Sense.FILLER.bit());
    if (p.joined(beside + 1) && p.has(beside, DESCRIBED)) {
      return beside;
    }
    for (int i = adjective + 1; i <= adjective + 3 && p.joined(i); i++) {
      if (p.has(i, NOUNS)) {
        return i;
      }
      if (!p.isContent(i)) {
        break;
      }
    }
    if (p.joined(adjective + 1) && p.isContent(adjective + 1)) {
      return -1;
    }
    return nounBefore(p, adjective);
  }

  private static int nounBefore(Passage p, int adjective) {
    for (int i = adjective - 1; i >= 0 && i >= adjective - 9 && p.joined(i + 1); i--) {
      boolean owner = p.isPerson(i) || p.has(i - 1, Sense.OF.bit());
      if (p.has(i, NOUNS) && !owner && !Syntax.isInPrepositionalPhrase(p, i)) {
        return i;
      }
    }
    return -1;
  }

  private static void shrunk(Passage p, int action, Findings findings) {
    if (Syntax.negated(p, action)) {
      return;
    }
    if (p.mentions(Sense.PRODUCT.bit())) {
      return;
    }
    for (int part : Syntax.objects(p, action, Sense.PART.bit())) {
      partOpened(p, part, action, findings);
    }
    for (int target : Syntax.objects(p, action, DESCRIBED)) {
      double strength = p.has(target, WORN | BODY) ? 0.75 : 0.25;
      double sure = p.mentionsSomebody() ? strength : strength * 0.7;
      findings.add(Concept.REVEALING, sure, "revealing-open", p, Sense.WEAR, target, action);
    }
  }

  /** {@code undo the buttons of her blouse}, Finnish {@code paidan napit}. */
  private static void partOpened(Passage p, int part, int action, Findings findings) {
    boolean genitive = p.joined(part) && p.has(part - 1, WORN);
    int wear = genitive ? part - 1 : Syntax.nearestAfter(p, part, WORN, 4);
    boolean next = p.has(part + 1, Sense.PREPOSITIONS) || p.isArticle(part + 1);
    boolean beside = !p.isHeadLast(part) && p.has(part + 1, WORN);
    boolean of = genitive || ((next || beside) && p.joined(part + 1));
    if (wear >= 0 && of && !p.has(part, Sense.ACCESSORY.bit())) {
      findings.add(Concept.REVEALING, 0.7, "revealing-open", p, Sense.WEAR, wear, action, part);
    }
  }
}
