package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** The body is to be seen: "show her bare skin", "what is under the dress", "only a hat on". */
final class Showing implements Rule {
  private static final long BODY = Sense.BODY.bit();
  private static final long SKIN = Sense.SKIN.bit();
  private static final long PASSED = Sense.SMALL | of(Sense.BODY, Sense.SKIN, Sense.DURATION);
  private static final long SEEN = of(Sense.REVEAL, Sense.BODY, Sense.SKIN);
  private static final long WORN_OVER = of(Sense.CLOTHES, Sense.GARMENT, Sense.OUTER);
  private static final long LITTLE = of(Sense.ACCESSORY, Sense.INTIMATE, Sense.SWIM);
  private static final long DRESSING = of(Sense.WEARING, Sense.PUT_ON, Sense.DRESSED, Sense.KEEP);

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, Sense.REVEAL.bit())) {
        revealed(p, i, findings);
      } else if (p.has(i, Sense.UNDER.bit())) {
        underneath(p, i, findings);
      } else if (p.has(i, Sense.ONLY.bit())) {
        only(p, i, findings);
        onlyLittle(p, i, findings);
      } else if (p.has(i, Sense.REPLACE.bit())) {
        replacedBySkin(p, i, findings);
      } else if (p.has(i, Sense.MORE.bit())) {
        more(p, i, findings);
      }
    }
  }

  private static void revealed(Passage p, int action, Findings findings) {
    if (Syntax.negated(p, action) || !p.mentionsSomebody()) {
      return;
    }
    for (int body : Syntax.objects(p, action, BODY)) {
      findings.add(Concept.UNDRESS, 0.85, "undress-reveal", p, BODY, body, action);
    }
    for (int skin : Syntax.objects(p, action, SKIN)) {
      findings.add(Concept.REVEALING, 0.5, "revealing-reveal", p, SKIN, skin, action);
    }
  }

  /** {@code show what is under her dress}; {@code show the shirt under her jacket} is no matter. */
  private static void underneath(Passage p, int under, Findings findings) {
    int seen = Syntax.nearestBefore(p, under, SEEN, 7);
    if (seen < 0 && isPostposed(p, under)) {
      seenAfter(p, under, findings);
    }
    if (seen < 0 || Syntax.negated(p, seen)) {
      return;
    }
    // "See what she hides under": anything may stand between, but no other thing to see.
    boolean what =
        p.has(seen, Sense.QUANTITY.bit())
            || Syntax.nearestAfter(p, seen, Sense.QUANTITY.bit(), under - seen - 1) >= 0;
    int last = isPostposed(p, under) ? under - 1 : under;
    for (int i = seen + 1; i < last; i++) {
      boolean passed = p.has(i, PASSED) || p.isPerson(i) || p.isArticle(i);
      boolean other = what ? p.has(i, Sense.THINGS) : p.isContent(i) || p.isVerb(i);
      if (!passed && other) {
        return;
      }
    }
    int worn = wornOver(p, under);
    boolean bottom = !p.joined(under + 1) && p.mentionsSomebody();
    if (worn >= 0 && !Syntax.isPartOfCompound(p, worn)) {
      findings.add(Concept.UNDRESS, 0.9, "undress-under", p, Sense.WEAR, worn, under);
    } else if (bottom) {
      findings.add(Concept.UNDRESS, 0.7, "undress-under", p, Sense.UNDER.bit(), under);
    }
  }

  /**
   * What it is under: the noun after it, or the one before, as in Hungarian {@code ruhája alatt}.
   */
  private static int wornOver(Passage p, int under) {
    return isPostposed(p, under) ? under - 1 : Syntax.nearestAfter(p, under, WORN_OVER, 4);
  }

  private static boolean isPostposed(Passage p, int under) {
    return p.joined(under)
        && p.has(under - 1, WORN_OVER)
        && Syntax.nearestAfter(p, under, WORN_OVER, 4) < 0;
  }

  /** Turkish {@code gömleğinin altında ne olduğunu göster}. */
  private static void seenAfter(Passage p, int under, Findings findings) {
    int seen = Syntax.nearestAfter(p, under, Sense.REVEAL.bit(), 5);
    if (seen >= 0 && !Syntax.negated(p, seen)) {
      findings.add(Concept.UNDRESS, 0.9, "undress-under", p, Sense.WEAR, under - 1, under);
    }
  }

  /** {@code wearing only a hat}, {@code dressed in nothing but foam}. */
  private static void only(Passage p, int only, Findings findings) {
    int dressing = dressingBeside(p, only);
    if (dressing < 0) {
      onlyAfter(p, only, findings);
    }
    if (dressing < 0 || Syntax.negated(p, dressing)) {
      return;
    }
    boolean nothingElse = p.has(only, Sense.NOTHING.bit());
    int thing = thingAfter(p, dressing == only + 1 ? dressing : only);
    if (!nothingElse && p.has(dressing, Sense.KEEP.bit()) && !p.has(thing, Sense.WEAR)) {
      return;
    }
    if (!nothingElse && !p.mentionsSomebody() && !p.has(thing, Sense.WEAR)) {
      return;
    }
    boolean covers = thing >= 0 && p.has(thing, of(Sense.CLOTHES, Sense.GARMENT, Sense.OUTER));
    if (nothingElse || !covers) {
      double strength = nothingElse ? 0.85 : 0.7;
      double sure = p.mentionsSomebody() ? strength : strength * 0.8;
      findings.add(Concept.UNDRESS, sure, "undress-only", p, Sense.ONLY.bit(), only, dressing);
    }
  }

  /**
   * {@code blonde woman, only high heels and pearls}: a part of a list that names no other wear.
   */
  private static void onlyLittle(Passage p, int only, Findings findings) {
    int thing = thingAfter(p, only);
    boolean part = !p.joined(only) && p.has(thing, LITTLE) && p.mentions(Sense.PEOPLE);
    boolean verbs = Syntax.nearestBefore(p, only, Sense.VERBS, only) >= 0;
    if (part && !verbs && !p.mentions(WORN_OVER)) {
      findings.add(Concept.UNDRESS, 0.6, "undress-only", p, Sense.ONLY.bit(), only, thing);
    }
  }

  /** {@code wearing a hat only}: the word ends the clause, what it speaks of stands before. */
  private static void onlyAfter(Passage p, int only, Findings findings) {
    boolean ends = !p.joined(only + 1) || p.has(only + 1, Sense.AND.bit());
    int dressing = Syntax.nearestBefore(p, only, DRESSING & ~Sense.KEEP.bit(), 5);
    boolean small = p.has(only - 1, LITTLE);
    if (ends && small && p.joined(only) && dressing >= 0 && !Syntax.negated(p, dressing)) {
      double sure = p.mentionsSomebody() ? 0.7 : 0.56;
      findings.add(Concept.UNDRESS, sure, "undress-only", p, Sense.ONLY.bit(), only, dressing);
    }
  }

  /** The first noun after this, if it comes at once. */
  private static int thingAfter(Passage p, int index) {
    int i = Syntax.skip(p, index + 1, Sense.ARTICLES | of(Sense.WITH, Sense.PREPOSITION, Sense.OF));
    for (; p.joined(i) && i <= index + 5 && p.isContent(i); i++) {
      if (p.has(i, Sense.THINGS)) {
        return i;
      }
    }
    return -1;
  }

  private static int dressingBeside(Passage p, int only) {
    if (p.has(only, DRESSING)) {
      return only;
    }
    if (p.has(only, Sense.NOTHING.bit()) && p.has(only - 1, Sense.PREPOSITION.bit())) {
      return only - 1;
    }
    int thing = thingAfter(p, only);
    if (p.has(thing, of(Sense.INTIMATE, Sense.SWIM)) && hasWith(p, only)) {
      return only;
    }
    boolean inLittle = p.has(thing, LITTLE) && p.has(only + 1, Sense.PREPOSITION.bit());
    if (inLittle && p.joined(only + 1) && p.mentionsSomebody()) {
      return only;
    }
    for (int i = only - 1; i >= only - 3 && p.joined(i + 1) && !p.has(i, Sense.WEAR); i--) {
      if (p.has(i, DRESSING)) {
        return i;
      }
    }
    return dressingAfter(p, only);
  }

  /** {@code with only a towel}, Spanish {@code solo con una toalla}. */
  private static boolean hasWith(Passage p, int only) {
    boolean before = p.joined(only) && p.has(only - 1, Sense.WITH.bit());
    return before || (p.joined(only + 1) && p.has(only + 1, Sense.WITH.bit()));
  }

  /**
   * {@code only wearing}, German {@code nur mit einem Hut bekleidet}, {@code nur Socken tragen}.
   */
  private static int dressingAfter(Passage p, int only) {
    for (int i = only + 1; i <= only + 5 && p.joined(i); i++) {
      if (p.has(i, DRESSING)) {
        return i;
      }
      boolean wear = p.isArticle(i) || p.has(i, Sense.WEAR | of(Sense.WITH, Sense.PREPOSITION));
      if (!wear) {
        return -1;
      }
    }
    return -1;
  }

  /** {@code replace her dress with skin}. */
  private static void replacedBySkin(Passage p, int action, Findings findings) {
    long worn = Sense.WEAR & ~Sense.ACCESSORY.bit();
    boolean last = p.isVerbLast(action);
    int wear =
        last ? Syntax.nearestBefore(p, action, worn, 6) : Syntax.nearestAfter(p, action, worn, 6);
    boolean before = wear < 0 && !last;
    if (before) {
      wear = Syntax.nearestBefore(p, action, worn, action - p.clauseStart(action));
    }
    if (wear < 0 || Syntax.negated(p, action)) {
      return;
    }
    int skin = Syntax.nearestAfter(p, wear, of(Sense.SKIN, Sense.BODY, Sense.NOTHING), 6);
    boolean apart = skin >= 0 && p.has(skin, Sense.NOTHING.bit()) && p.clauseStart(skin) > wear;
    if ((last && skin > action) || (before && skin < action) || apart) {
      return;
    }
    if (skin >= 0 && !Syntax.isPartOfCompound(p, skin)) {
      findings.add(Concept.UNDRESS, 0.95, "undress-replace", p, Sense.WEAR, wear, skin);
    }
  }

  /** {@code more skin}, {@code bigger bust}. */
  private static void more(Passage p, int more, Findings findings) {
    int last = p.isArticle(more + 1) ? more + 1 : more;
    last = p.isArticle(last + 1) ? last + 1 : last;
    int thing = Syntax.nearestAfter(p, last, BODY | SKIN, 2);
    if (thing < 0) {
      thing = Syntax.nearestBefore(p, more, BODY, 3);
    }
    boolean near =
        thing >= 0 && p.joined(Math.max(last, thing)) && !Syntax.isPartOfCompound(p, thing);
    boolean shown = Syntax.nearestBefore(p, more, Sense.REVEAL.bit(), 2) >= 0;
    if (!near || Syntax.negated(p, more) || !(p.mentionsSomebody() || shown)) {
      return;
    }
    if (p.has(thing, BODY)) {
      findings.add(Concept.SEXUAL, 0.7, "sexual-body", p, BODY, thing, more);
    } else {
      findings.add(Concept.REVEALING, 0.75, "revealing-skin", p, SKIN, thing, more);
    }
  }
}
