package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** Somebody is to look unclothed: "naked", "topless", "bare-chested", "half dressed". */
final class Nudity implements Rule {
  private static final long NUDE = Sense.NUDE.bit();
  private static final long HALF = Sense.HALF_NUDE.bit();
  private static final long BARE = Sense.BARE.bit();
  private static final long INANIMATE = of(Sense.INANIMATE, Sense.PRODUCT, Sense.PLACE, Sense.PART);
  private static final long PARTING = (Sense.PREPOSITIONS & ~Sense.OF.bit()) | Sense.AND.bit();
  private static final int NEIGHBOURHOOD = 3;
  private static final int SUBJECT_REACH = 6;

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, NUDE | HALF)) {
        nude(p, i, findings);
      } else if (p.has(i, BARE)) {
        bare(p, i, findings);
      }
    }
  }

  private static void nude(Passage p, int state, Findings findings) {
    if (Syntax.negated(p, state) || describesThing(p, state)) {
      return;
    }
    double strength = p.has(state, NUDE) ? 0.95 : 0.75;
    String rule = p.has(state, NUDE) ? "undress-nude" : "undress-half";
    double sure = p.mentions(Sense.SOMEBODY) ? strength : strength * 0.8;
    findings.add(Concept.UNDRESS, sure, rule, p, NUDE | HALF, state);
  }

  /** {@code naked walls}, {@code the trees are bare}, unless a person stands as near. */
  static boolean describesThing(Passage p, int state) {
    for (int distance = 1; distance <= NEIGHBOURHOOD; distance++) {
      int after = state + distance;
      int before = state - distance;
      boolean person =
          isNear(p, state, after, Sense.PEOPLE) || isNear(p, state, before, Sense.PEOPLE);
      if (person) {
        return false;
      }
      boolean thingBefore = isNear(p, state, before, INANIMATE) && !isWhereSomebodyIs(p, before);
      if (isNear(p, state, after, INANIMATE) || thingBefore) {
        return true;
      }
    }
    return false;
  }

  /** {@code she lies on the bed naked}: what the preposition goes with is not what is described. */
  private static boolean isWhereSomebodyIs(Passage p, int thing) {
    boolean cased = p.has(thing, Sense.PREPOSITIONS);
    if (!cased && !Syntax.isInPrepositionalPhrase(p, thing)) {
      return false;
    }
    return Syntax.nearestBefore(p, thing, Sense.PEOPLE | Sense.VERBS, SUBJECT_REACH) >= 0;
  }

  /** Whether this unit has the senses and no comma, preposition or "and" lies between. */
  private static boolean isNear(Passage p, int state, int other, long senses) {
    if (!p.has(other, senses) || (senses == Sense.PEOPLE && p.isArticle(other))) {
      return false;
    }
    int first = Math.min(state, other);
    int last = Math.max(state, other);
    boolean of = false;
    boolean content = false;
    for (int i = first + 1; i <= last; i++) {
      boolean between = i < last;
      of |= between && p.has(i, Sense.OF.bit());
      content |= between && (p.isContent(i) || p.isVerb(i));
      if (!p.joined(i) || (between && p.has(i, PARTING)) || (of && content)) {
        return false;
      }
    }
    return true;
  }

  /** {@code bare chest}, {@code bare skin}, {@code bare shoulders}. */
  private static void bare(Passage p, int state, Findings findings) {
    if (Syntax.negated(p, state)) {
      return;
    }
    for (int i = state - 2; i <= state + 2; i++) {
      if (p.has(i, Sense.BODY.bit()) && isNear(p, state, i, Sense.BODY.bit())) {
        findings.add(Concept.UNDRESS, 0.85, "undress-bare", p, BARE, state, i);
      } else if (p.has(i, Sense.SKIN.bit()) && isNear(p, state, i, Sense.SKIN.bit())) {
        findings.add(Concept.REVEALING, 0.6, "revealing-bare", p, BARE, state, i);
      }
    }
  }
}
