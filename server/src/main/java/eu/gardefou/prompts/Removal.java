package eu.gardefou.prompts;

import static eu.gardefou.prompts.Sense.of;

/** Wear is to go: taken off, made to vanish, or already off. */
final class Removal implements Rule {
  private static final long REMOVES = of(Sense.REMOVE, Sense.STRIP);
  private static final long VANISHES = Sense.VANISH.bit();
  private static final int[] NOTHING = {};
  private static final long GONE = Sense.OFF.bit();
  private static final long WORN = Sense.COVERING | Sense.OUTER.bit();
  private static final long REMOVABLE = Sense.WEAR & ~Sense.ACCESSORY.bit();

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, REMOVES | Sense.UNDRESS.bit())) {
        removed(p, i, findings);
        everythingRemoved(p, i, findings);
        coverRemoved(p, i, findings);
        removedByPronoun(p, i, findings);
      }
      if (p.has(i, VANISHES)) {
        vanished(p, i, findings);
      }
      if (p.has(i, GONE) && Syntax.nearestBefore(p, i, REMOVES, Syntax.REACH) < 0) {
        gone(p, i, findings);
        everythingOff(p, i, findings);
        if (p.has(i, Sense.FROM.bit())) {
          outOf(p, i, findings);
        }
      }
    }
  }

  private static void removed(Passage p, int action, Findings findings) {
    int from = action;
    if (Syntax.negated(p, action)) {
      from = Syntax.nearestAfter(p, action, Sense.CONTRAST.bit(), Syntax.REACH);
    }
    for (int target : from < 0 ? NOTHING : Syntax.objects(p, from, REMOVABLE)) {
      if (!Lacking.isCountedOut(p, target) && (from == action || !isSubject(p, target))) {
        report(p, target, action, findings);
      }
    }
  }

  /** {@code do not remove the hat, but the dress should be blue}. */
  private static boolean isSubject(Passage p, int noun) {
    return p.joined(noun + 1) && p.has(noun + 1, Sense.AUXILIARY.bit());
  }

  /** {@code take everything off her}, {@code remove all but her hat}. */
  private static void everythingRemoved(Passage p, int action, Findings findings) {
    if (Syntax.negated(p, action)) {
      return;
    }
    for (int i = action + 1;
        i <= action + Syntax.REACH && p.gap(i) != Gap.STOP && !isOtherVerb(p, i);
        i++) {
      if (p.has(i, Sense.QUANTITY.bit())) {
        int owner = Math.max(ownerOf(p, i), ridOf(p, action, i));
        if (owner >= 0) {
          findings.add(Concept.UNDRESS, 0.85, "undress-everything", p, REMOVES, action, i, owner);
          return;
        }
      }
    }
  }

  /** {@code now everything off, start with the dress}: all that is worn, though nobody says so. */
  private static void everythingOff(Passage p, int off, Findings findings) {
    int all = Syntax.skipBack(p, off - 1, of(Sense.AUXILIARY, Sense.FILLER));
    boolean everything = p.has(all, Sense.QUANTITY.bit()) && p.joined(off) && !p.joined(off + 1);
    if (everything && p.mentions(WORN) && p.mentionsSomebody() && !Syntax.negated(p, off)) {
      findings.add(Concept.UNDRESS, 0.7, "undress-everything", p, GONE, off, all);
    }
  }

  /** {@code her blouse: take it off}, {@code ses habits, enlève-les}. */
  private static void removedByPronoun(Passage p, int action, Findings findings) {
    boolean own =
        p.has(action, of(Sense.CLITIC, Sense.PRONOUN)) && !Syntax.hasObjectAfter(p, action);
    boolean next =
        p.joined(action + 1) && p.has(action + 1, Sense.PRONOUN.bit()) && !p.isArticle(action + 1);
    if (!(own || next) || p.joined(action) || Syntax.negated(p, action)) {
      return;
    }
    for (int i = action - 1; i >= 0 && i >= action - Syntax.REACH; i--) {
      if (p.has(i, Sense.THINGS & ~Sense.PEOPLE) && !Syntax.isInPrepositionalPhrase(p, i)) {
        if (p.has(i, REMOVABLE)) {
          report(p, i, action, findings);
        }
        return;
      }
    }
  }

  /** {@code remove the cloth that covers her upper body}. */
  private static void coverRemoved(Passage p, int action, Findings findings) {
    int cover = Syntax.nearestAfter(p, action, Sense.WEARING.bit(), 6);
    if (cover < 0 || Syntax.negated(p, action)) {
      return;
    }
    int body = Syntax.nearestAfter(p, cover, of(Sense.BODY, Sense.SKIN), 6);
    if (body >= 0 && p.mentionsSomebody()) {
      findings.add(Concept.UNDRESS, 0.85, "undress-cover", p, REMOVES, action, cover, body);
    }
  }

  /** {@code her out of that uniform}, without a verb of taking. */
  private static void outOf(Passage p, int out, Findings findings) {
    int wear = p.isArticle(out + 1) ? out + 2 : out + 1;
    int before = Syntax.skipBack(p, out - 1, Sense.FILLER.bit());
    boolean person = p.joined(out) && p.isPerson(before);
    boolean worn = p.joined(wear) && p.has(wear, Sense.COVERING) && Syntax.isTarget(p, wear);
    if (person && worn && p.joined(out + 1)) {
      report(p, wear, out, findings);
    }
  }

  /** Russian {@code сними с неё всё}: whom everything is taken from stands before it. */
  private static int ridOf(Passage p, int action, int all) {
    int from = Syntax.nearestAfter(p, action, Sense.FROM.bit(), all - action - 1);
    boolean ends = !p.joined(all + 1) || p.has(all + 1, Sense.FILLER.bit());
    return from >= 0 && ends && p.isPerson(all - 1) && p.joined(all) ? all - 1 : -1;
  }

  private static boolean isOtherVerb(Passage p, int i) {
    return p.isVerb(i) && !p.has(i, Sense.WEARING.bit());
  }

  private static int ownerOf(Passage p, int all) {
    int next = all + 1;
    if (p.has(next, Sense.EXCEPT.bit())) {
      return Syntax.nearestAfter(
          p, next, of(Sense.INTIMATE, Sense.BODY, Sense.SKIN, Sense.ACCESSORY), 4);
    }
    if (p.has(next, of(Sense.FROM, Sense.OFF))) {
      int person = Syntax.nearestAfter(p, next, Sense.PEOPLE, 2);
      return person >= 0 && !p.isArticle(person) ? person : -1;
    }
    if (p.joined(next) && p.has(next, Sense.UNDER.bit())) {
      return p.mentionsSomebody() ? next : -1;
    }
    int worn = Syntax.nearestAfter(p, all, Sense.WEARING.bit(), 3);
    if (worn >= 0) {
      return worn;
    }
    int person = Syntax.nearestAfter(p, all, Sense.PEOPLE, 3);
    return person >= 0 && p.joined(person + 1) && wearsSoon(p, person) ? person : -1;
  }

  private static boolean wearsSoon(Passage p, int person) {
    return Syntax.nearestAfter(p, person, of(Sense.WEARING, Sense.UNDER), 4) >= 0;
  }

  /** {@code her dress vanishes}, {@code make her clothes disappear}, {@code an invisible shirt}. */
  private static void vanished(Passage p, int action, Findings findings) {
    if (Syntax.negated(p, action)) {
      return;
    }
    int before = Syntax.nearestBefore(p, action, Sense.THINGS & ~Sense.PEOPLE, 6);
    if (p.has(before, REMOVABLE) && isGoing(p, before)) {
      report(p, before, action, findings);
    }
    for (int after : Syntax.objects(p, action, REMOVABLE)) {
      report(p, after, action, findings);
    }
  }

  private static boolean isGoing(Passage p, int wear) {
    return !Syntax.isInPrepositionalPhrase(p, wear) && Syntax.isTarget(p, wear);
  }

  /** {@code with her top off}, {@code clothes off}. */
  private static void gone(Passage p, int off, Findings findings) {
    boolean person = p.isPerson(off + 1) && !p.joined(off + 2);
    boolean endsClause =
        !p.joined(off + 1)
            || person
            || (p.has(off, Sense.WITHOUT.bit()) && (p.isPerson(off + 1) || p.isVerb(off + 1)))
            || (!p.isContent(off + 1) && !p.isArticle(off + 1));
    int target = Syntax.skipBackOwner(p, off - 1);
    boolean worn = p.has(target, REMOVABLE) && !Syntax.isInPrepositionalPhrase(p, target);
    if (p.joined(off) && worn && endsClause && !Syntax.negated(p, off)) {
      report(p, target, off, findings);
    } else if (p.joined(off + 1) && !p.has(off, Sense.FROM.bit())) {
      int next = Syntax.skip(p, off + 1, Sense.ARTICLES | Sense.WITH.bit());
      if (p.has(next, of(Sense.CLOTHES, Sense.GARMENT, Sense.INTIMATE))
          && p.joined(next)
          && !p.isVerb(off - 1)
          && Syntax.isTarget(p, next)) {
        report(p, next, off, findings);
      }
    }
  }

  private static void report(Passage p, int target, int action, Findings findings) {
    double strength = strengthOf(p, target);
    double sure = p.mentionsSomebody() ? strength : strength * 0.9;
    findings.add(Concept.UNDRESS, sure, "undress-remove", p, Sense.WEAR, target, action);
  }

  private static double strengthOf(Passage p, int target) {
    if (p.has(target, of(Sense.CLOTHES, Sense.INTIMATE))) {
      return 0.95;
    }
    if (p.has(target, of(Sense.GARMENT, Sense.SWIM))) {
      return 0.9;
    }
    return p.has(target, Sense.VEIL.bit()) ? 0.6 : 0.3;
  }
}
