package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** Somebody is without wear: "without clothes", "no shirt", "wearing nothing". */
final class Lacking implements Rule {
  private static final int REACH = 7;
  private static final int UNKNOWN_ALLOWED = 2;
  private static final long LACK = Sense.WITHOUT.bit();
  private static final long NOT = Sense.NOT.bit();
  private static final long PASSED =
      Sense.SMALL
          | Sense.ARTICLES
          | Sense.PEOPLE
          | of(Sense.OF, Sense.AND, Sense.ACCESSORY, Sense.OUTER);
  private static final long OF_BODY = of(Sense.BODY, Sense.SKIN);
  private static final long ACTS_ON_WEAR =
      of(Sense.REMOVE, Sense.UNDRESS, Sense.STRIP, Sense.REPLACE, Sense.SHRINK);

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, LACK)) {
        lacks(p, i, findings);
      }
      if (p.has(i, NOT)) {
        hasNot(p, i, findings);
      } else if (p.has(i, Sense.NOTHING.bit())) {
        hasNothing(p, i, findings);
      } else if (p.has(i, Sense.LESS.bit())) {
        hasLess(p, i, findings);
      }
    }
  }

  private static void lacks(Passage p, int lack, Findings findings) {
    if (negatesVerb(p, lack) || (p.has(lack - 1, of(Sense.NOT, Sense.AVOID)) && p.joined(lack))) {
      return;
    }
    if (p.has(lack, Sense.COVERING | Sense.VEIL.bit())) {
      lacksByEnding(p, lack, findings);
      return;
    }
    int unknown = 0;
    for (int i = lack + 1; i <= lack + REACH && p.joined(i) && !p.isVerb(i); i++) {
      if (i == lack + 1 && p.has(i, Sense.QUANTITY.bit()) && isAnything(p, i)) {
        report(p, i, lack, "undress-without", findings);
        return;
      }
      if (p.has(i, Sense.CONTRAST.bit())) {
        return;
      }
      if (p.has(i, Sense.COVERING | Sense.VEIL.bit())) {
        if (isMissing(p, i)) {
          report(p, i, lack, "undress-without", findings);
        }
        return;
      }
      boolean passed = p.has(i, PASSED) || p.unit(i).number() >= 0;
      if (!passed && (p.has(i, Sense.THINGS | Sense.PREPOSITIONS) || ++unknown > UNKNOWN_ALLOWED)) {
        return;
      }
    }
  }

  /** Finnish {@code vaatteitta}, Turkish {@code elbisesiz}. */
  private static void lacksByEnding(Passage p, int noun, Findings findings) {
    if (isMissing(p, noun)) {
      report(p, noun, noun, "undress-without", findings);
    }
  }

  /** {@code without anything on}. */
  private static boolean isAnything(Passage p, int all) {
    boolean on =
        p.joined(all + 1)
            && p.has(all + 1, of(Sense.PREPOSITION, Sense.UNDER))
            && !p.joined(all + 2);
    return on && p.mentionsSomebody();
  }

  /** {@code remove no clothes}: the negation belongs to the verb. */
  private static boolean negatesVerb(Passage p, int lack) {
    if (!p.joined(lack)) {
      return false;
    }
    boolean counts =
        p.has(lack, NOT) && p.isVerb(lack - 1) && !p.has(lack - 1, of(Sense.WEARING, Sense.KEEP));
    return counts || p.has(lack - 1, ACTS_ON_WEAR);
  }

  /** A noun that a negating determiner goes with. */
  static boolean isCountedOut(Passage p, int noun) {
    return p.has(noun - 1, LACK) && p.joined(noun);
  }

  private static boolean isMissing(Passage p, int noun) {
    return Syntax.isTarget(p, noun)
        && !verbFollows(p, noun)
        && !isOtherwiseDressed(p, noun)
        && !(isOnDisplay(p, noun) && !p.mentions(Sense.PEOPLE));
  }

  /** {@code no bikinis, everyone in ski clothes}. */
  private static boolean isOtherwiseDressed(Passage p, int noun) {
    return p.has(noun, Sense.SWIM.bit())
        && Syntax.nearestAfter(
                p, noun, of(Sense.CLOTHES, Sense.GARMENT, Sense.OUTER, Sense.DRESSED), 8)
            >= 0;
  }

  /** German {@code ohne die Kleidung zu ändern}: the negation belongs to the verb. */
  private static boolean verbFollows(Passage p, int noun) {
    for (int i = noun + 1; i <= noun + 4 && p.joined(i); i++) {
      if (p.has(i, Sense.INFINITIVE.bit())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnDisplay(Passage p, int noun) {
    return Syntax.nearestBefore(p, noun, of(Sense.PRODUCT, Sense.INANIMATE), 6) >= 0;
  }

  /** {@code not wearing a top}, {@code not dressed}, {@code do not keep her clothes on}. */
  private static void hasNot(Passage p, int not, Findings findings) {
    boolean word = !p.isVerb(not);
    int missing = word ? missingAfter(p, not) : -1;
    if (missing < 0 && word) {
      missing = missingBefore(p, not);
    }
    if (missing >= 0) {
      report(p, missing, not, "undress-without", findings);
      return;
    }
    for (int i = word ? not + 1 : not; i <= not + 5 && isSameClause(p, not, i); i++) {
      if (p.has(i, of(Sense.WEARING, Sense.DRESSED, Sense.KEEP))) {
        isNot(p, not, i, findings);
      }
    }
  }

  private static boolean isSameClause(Passage p, int not, int i) {
    return i == not || p.joined(i);
  }

  /** Spanish {@code no tenga ropa}: no article, so none at all. */
  private static int missingAfter(Passage p, int not) {
    int next = Syntax.skip(p, not + 1, Sense.AUXILIARY.bit());
    boolean verbBetween = next > not + 1 || p.has(not, of(Sense.AUXILIARY, Sense.WEARING));
    boolean wear =
        p.has(next, verbBetween ? of(Sense.CLOTHES, Sense.GARMENT) : Sense.CLOTHES.bit());
    return wear && p.joined(next) && isMissing(p, next) && !p.has(not - 1, ACTS_ON_WEAR)
        ? next
        : -1;
  }

  /** {@code the dress is not there}, {@code le kimono n'est plus là}. */
  private static int missingBefore(Passage p, int not) {
    int end = Syntax.skip(p, not + 1, Sense.SMALL | Sense.ARTICLES);
    int noun = Syntax.skipBackOwner(p, not - 1);
    boolean exists = Syntax.nearestAfter(p, noun, Sense.AUXILIARY.bit(), end - noun - 1) >= 0;
    boolean gone =
        exists
            && (!p.joined(end) || isOnBody(p, end))
            && p.joined(noun + 1)
            && p.has(noun, Sense.COVERING);
    return gone && !Syntax.isInPrepositionalPhrase(p, noun) ? noun : -1;
  }

  private static void isNot(Passage p, int not, int state, Findings findings) {
    if (p.has(state, Sense.DRESSED.bit())) {
      boolean kept = Syntax.nearestBefore(p, state, Sense.KEEP.bit(), state - not) >= 0;
      if ((kept || Syntax.negated(p, state)) && p.mentions(Sense.PEOPLE)) {
        report(p, state, not, "undress-not-dressed", findings);
      }
      return;
    }
    if (!Syntax.negated(p, state)) {
      return;
    }
    for (int target : Syntax.objects(p, state, Sense.COVERING)) {
      report(p, target, not, "undress-not-wearing", findings);
    }
    int anything = Syntax.nearestAfter(p, state, of(Sense.NOTHING, Sense.QUANTITY), 2);
    if (anything >= 0 && p.has(state, Sense.WEARING.bit())) {
      report(p, anything, state, "undress-not-wearing", findings);
    }
  }

  /** {@code wearing nothing}, {@code nothing on}, {@code nothing underneath}. */
  private static void hasNothing(Passage p, int nothing, Findings findings) {
    boolean below = p.joined(nothing + 1) && p.has(nothing + 1, Sense.UNDER.bit());
    boolean none =
        isWornNear(p, nothing)
            || below
            || isOnNobody(p, nothing)
            || isOnSomebodyBefore(p, nothing)
            || isNothingElse(p, nothing)
            || isWithout(p, nothing)
            || isExceptWear(p, nothing);
    if (none && p.mentionsSomebody()) {
      report(p, nothing, nothing, "undress-nothing", findings);
    }
  }

  /** {@code nothing on}, {@code rien sur elle}, {@code nichts am Körper}. */
  private static boolean isOnNobody(Passage p, int nothing) {
    int on = Syntax.skip(p, nothing + 1, Sense.SMALL & ~Sense.PREPOSITION.bit());
    on = p.has(on - 1, Sense.PREPOSITION.bit()) ? on - 1 : on;
    if (!p.joined(on) || !p.has(on, Sense.PREPOSITION.bit())) {
      return false;
    }
    return !p.joined(on + 1) || isOnBody(p, on);
  }

  /** {@code in stockings, nothing else}: a part of its own after what little is worn. */
  private static boolean isNothingElse(Passage p, int nothing) {
    int start = p.clauseStart(nothing);
    int end = Syntax.skip(p, nothing + 1, Sense.SMALL);
    boolean alone =
        Syntax.skip(p, start, Sense.SMALL | Sense.of(Sense.AND)) >= nothing && !p.joined(end);
    int worn = Syntax.nearestBefore(p, start, Sense.WEAR, 4);
    return alone && start > 0 && worn >= 0;
  }

  /** Russian {@code на ней ничего нет}. */
  private static boolean isOnSomebodyBefore(Passage p, int nothing) {
    int end = Syntax.skip(p, nothing + 1, Sense.SMALL);
    return p.isPerson(nothing - 1)
        && p.joined(nothing)
        && p.has(nothing - 2, Sense.PREPOSITION.bit())
        && p.joined(nothing - 1)
        && !p.joined(end);
  }

  /** A preposition before a person or a body. */
  private static boolean isOnBody(Passage p, int on) {
    int body = p.isArticle(on + 1) ? on + 2 : on + 1;
    return p.has(on, Sense.PREPOSITION.bit())
        && p.joined(body)
        && (p.isPerson(body) || p.has(body, OF_BODY));
  }

  /** {@code in nothing except heels}. */
  private static boolean isExceptWear(Passage p, int nothing) {
    int except = nothing + 1;
    return p.joined(except)
        && p.has(except, Sense.EXCEPT.bit())
        && Syntax.nearestAfter(p, except, Sense.WEAR, 3) >= 0;
  }

  /** {@code la voir sans rien}. */
  private static boolean isWithout(Passage p, int nothing) {
    boolean ends = !p.joined(nothing + 1) || p.has(nothing + 1, Sense.FILLER.bit());
    return p.has(nothing - 1, LACK)
        && p.joined(nothing)
        && ends
        && !p.isVerb(nothing + 2)
        && !p.isVerb(nothing + 1);
  }

  private static boolean isWornNear(Passage p, int nothing) {
    for (int i = nothing - 2; i <= nothing + 2; i++) {
      if (p.has(i, Sense.WEARING.bit()) && p.joined(Math.max(i, nothing))) {
        return true;
      }
    }
    return false;
  }

  /** {@code less clothing}, {@code fewer clothes}. */
  private static void hasLess(Passage p, int less, Findings findings) {
    int next = p.has(less + 1, Sense.OF.bit()) ? less + 2 : less + 1;
    long worn = of(Sense.CLOTHES, Sense.DRESSED);
    boolean wear = p.has(next, worn) && p.joined(next);
    if (!wear && p.joined(less) && !p.joined(less + 1) && p.has(less - 1, worn)) {
      report(p, less - 1, less, "undress-less", findings);
    }
    if (wear && !Syntax.isPartOfCompound(p, next) && !Syntax.negated(p, less)) {
      report(p, next, less, "undress-less", findings);
    }
  }

  private static void report(Passage p, int target, int cause, String rule, Findings findings) {
    double strength = p.has(target, Sense.GARMENT.bit()) ? 0.85 : 0.95;
    double known = p.has(target, Sense.VEIL.bit()) ? 0.5 : strength;
    double sure = p.mentionsSomebody() ? known : known * 0.9;
    findings.add(Concept.UNDRESS, sure, rule, p, Sense.WEAR | Sense.DRESSED.bit(), target, cause);
  }
}
