package eu.gardefou.prompts;

/**
 * The little grammar that the languages share: what an action acts on, whether it is negated, what
 * a noun stands in. It looks a bounded number of units away, so every rule is linear.
 */
final class Syntax {
  static final int REACH = 12;
  private static final int NEGATION_REACH = 6;
  private static final int SKIP = 6;

  private static final long NEGATORS = Sense.of(Sense.NOT, Sense.AVOID, Sense.WITHOUT);
  private static final long TRANSPARENT =
      Sense.SMALL | Sense.ARTICLES | Sense.of(Sense.PRONOUN, Sense.PERSON, Sense.OF);
  private static final int[] NOTHING = {};
  private static final long KEPT = Sense.KEEP.bit();
  private static final long PEOPLE_AND_SMALL = Sense.PEOPLE | Sense.ARTICLES | Sense.SMALL;
  private static final long OWNER_OR_SMALL =
      Sense.PEOPLE
          | Sense.of(Sense.AUXILIARY, Sense.FILLER, Sense.POSSESSIVE, Sense.OF, Sense.DETERMINER);
  private static final long KEEPS_FROM = Sense.of(Sense.AVOID, Sense.WITHOUT);
  private static final long HEADS = Sense.of(Sense.PART, Sense.INANIMATE, Sense.PRODUCT);
  private static final long SETTING = Sense.of(Sense.PLACE, Sense.PRODUCT);

  /** {@code with her top removed}, {@code without the top removed}. */
  private static final long ABSOLUTE = Sense.of(Sense.WITH, Sense.WITHOUT);

  private static final long INTO_PLACE =
      Sense.of(Sense.PREPOSITION, Sense.FROM, Sense.OF, Sense.UNDER);

  private Syntax() {}

  /** Whether the action or state at this index is not wanted. */
  static boolean negated(Passage p, int index) {
    if (p.has(index, Sense.NOT.bit()) && p.isVerb(index)) {
      return true;
    }
    int before = negatorsBefore(p, index);
    return before > 0 ? before % 2 == 1 : negatedAfter(p, index);
  }

  private static int negatorsBefore(Passage p, int index) {
    boolean verbLast = !hasObjectAfter(p, index);
    int count = 0;
    for (int i = index - 1; i >= 0 && i >= index - NEGATION_REACH; i--) {
      if (!p.joined(i + 1)) {
        return count + (p.gap(i + 1) == Gap.COMMA && p.has(i, KEEPS_FROM) ? 1 : 0);
      }
      if (p.has(i, Sense.CONTRAST.bit())) {
        break;
      }
      if (p.has(i, NEGATORS)) {
        count += p.has(i + 1, Sense.ONLY.bit()) ? 0 : 1;
      } else if (p.has(i, Sense.NOTHING.bit()) && isNothing(p, i, index)) {
        count++;
      } else if (!isTransparent(p, i, index, verbLast)) {
        break;
      }
    }
    return count;
  }

  /** Whether a negation reaches over this unit. */
  private static boolean isTransparent(Passage p, int i, int index, boolean verbLast) {
    return p.has(i, TRANSPARENT)
        || (verbLast && isObject(p, i))
        || (showsNot(p, i) && !p.isVerb(index));
  }

  /**
   * {@code do not show nudity}: the verb right after the negation is negated, and what it shows.
   */
  private static boolean showsNot(Passage p, int verb) {
    return p.has(verb, Sense.REVEAL.bit()) && p.joined(verb) && p.has(verb - 1, Sense.NOT.bit());
  }

  /** {@code nothing sexual}, {@code rien de sexy}; but not {@code nothing but}. */
  private static boolean isNothing(Passage p, int nothing, int index) {
    boolean beside = nothing == index - 1;
    boolean beforeOf = nothing == index - 2 && p.has(index - 1, Sense.OF.bit());
    return (beside || beforeOf) && !p.has(nothing, Sense.ONLY.bit()) && !p.isVerb(index);
  }

  private static boolean isObject(Passage p, int index) {
    return p.has(index, Sense.WEAR | Sense.BODY.bit());
  }

  /** French {@code n'enlève pas}, German {@code zieh sie nicht aus}. */
  private static boolean negatedAfter(Passage p, int index) {
    for (int i = index + 1; i <= index + NEGATION_REACH && p.joined(i); i++) {
      if (p.has(i, Sense.NOT.bit())) {
        if (p.isVerbLast(i) && !p.isVerb(index)) {
          return true;
        }
        boolean ofNextVerb = p.isVerb(i) || (p.isVerb(i + 1) && p.joined(i + 1));
        return !ofNextVerb && negatesBefore(p, index, i);
      }
      if (p.isVerb(i) || p.has(i, Sense.AND.bit())) {
        return false;
      }
    }
    return false;
  }

  private static boolean negatesBefore(Passage p, int index, int not) {
    return onlySmallBetween(p, index, not) || endsClause(p, not + 1);
  }

  private static boolean onlySmallBetween(Passage p, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (!p.has(i, Sense.SMALL | Sense.of(Sense.PRONOUN, Sense.CLITIC))) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsClause(Passage p, int index) {
    return !p.joined(index)
        || p.has(index, Sense.AND.bit())
        || (p.has(index, Sense.OFF.bit()) && !p.joined(index + 1));
  }

  /** Whether a noun phrase follows at once, so that what stands before is not the object. */
  static boolean hasObjectAfter(Passage p, int action) {
    int next = skip(p, action + 1, Sense.FILLER.bit());
    return next < p.size() && p.joined(next) && (p.isArticle(next) || p.isContent(next));
  }

  /**
   * What an action acts on: units with one of the wanted senses that are its objects, to its right,
   * or to its left when nothing follows it.
   *
   * @return indexes, nearest first; empty when there is none
   */
  static int[] objects(Passage p, int action, long wanted) {
    int[] first = p.isVerbLast(action) ? before(p, action, wanted) : NOTHING;
    return first.length > 0 ? first : inEitherOrder(p, action, wanted);
  }

  private static int[] inEitherOrder(Passage p, int action, long wanted) {
    var after = new ObjectScan(p, action, wanted).run();
    if (after.length > 0 || (hasObjectAfter(p, action) && !onlyPeopleFollow(p, action))) {
      return after;
    }
    return before(p, action, wanted);
  }

  /** Latvian {@code kleitu novelc viņai}: whose it is comes last. */
  private static boolean onlyPeopleFollow(Passage p, int action) {
    int end = skip(p, action + 1, PEOPLE_AND_SMALL);
    return end > action + 1 && (!p.joined(end) || p.has(end, Sense.AND.bit()));
  }

  /** The last unit up to here that is not small, nor whose the thing before it is. */
  static int skipBackOwner(Passage p, int from) {
    int i = from;
    while (i > from - SKIP
        && p.joined(i + 1)
        && p.has(i, OWNER_OR_SMALL)
        && !p.has(i, Sense.THINGS & ~Sense.PEOPLE)) {
      i--;
    }
    return i;
  }

  private static int[] before(Passage p, int action, long wanted) {
    if (p.has(action - 1, Sense.AND.bit()) || action == 0) {
      return new int[0];
    }
    var found = new IndexList();
    for (int i = action - 1; i >= 0 && i >= action - REACH && p.joined(i + 1); i--) {
      if (p.isVerb(i)) {
        break;
      }
      if (p.has(i, wanted) && !isInPrepositionalPhrase(p, i) && isTarget(p, i)) {
        found.add(i);
      }
    }
    return found.toArray();
  }

  /** Whether the noun phrase that ends here begins with a preposition. */
  static boolean isInPrepositionalPhrase(Passage p, int noun) {
    boolean article = false;
    for (int i = noun - 1; i >= 0 && i >= noun - 4 && p.joined(i + 1); i--) {
      if (p.has(i, Sense.PREPOSITIONS)) {
        return !p.has(i - 1, Sense.QUANTITY.bit()) && !p.has(i, ABSOLUTE);
      }
      if (article || p.isVerb(i) || p.has(i, Sense.AND.bit())) {
        return false;
      }
      article = p.isArticle(i);
    }
    return false;
  }

  /** Whether a piece of wear is really meant, and is not to be kept, or lying about. */
  static boolean isTarget(Passage p, int noun) {
    return !isPartOfCompound(p, noun)
        && !isKept(p, noun)
        && !isLyingAbout(p, noun)
        && !isOfPart(p, noun);
  }

  /** Russian {@code складки рубашки}, folds of the shirt: the head comes first, without "of". */
  private static boolean isOfPart(Passage p, int noun) {
    if (p.isHeadLast(noun)) {
      return false;
    }
    for (int i = noun - 1; i >= 0 && i >= noun - 3 && p.joined(i + 1); i--) {
      if (p.has(i, Sense.THINGS)) {
        return p.has(i, HEADS) && !p.has(i, Sense.WEAR);
      }
      if (!p.isContent(i)) {
        return false;
      }
    }
    return false;
  }

  /** English {@code dress stain}: the head comes last. */
  static boolean isPartOfCompound(Passage p, int noun) {
    return p.joined(noun + 1)
        && p.has(noun + 1, Sense.of(Sense.PART, Sense.PLACE, Sense.PRODUCT))
        && !p.has(noun + 1, Sense.PREPOSITIONS);
  }

  private static boolean isKept(Passage p, int noun) {
    for (int i = noun + 1; i <= noun + 3 && p.joined(i); i++) {
      if (p.has(i, KEPT)) {
        return !hasObjectAfter(p, i) && !p.has(i, Sense.NOT.bit());
      }
      if (p.isVerb(i) || p.has(i, Sense.AND.bit())) {
        return false;
      }
    }
    return false;
  }

  /** {@code the clothes from the chair}, {@code dresses on a rack}. */
  static boolean isLyingAbout(Passage p, int noun) {
    int next = skip(p, noun + 1, Sense.POSSESSIVE.bit());
    boolean hangs = p.joined(next) && p.has(next, Sense.OTHER.bit());
    int preposition = hangs ? next + 1 : next;
    if (!p.joined(preposition) || !p.has(preposition, INTO_PLACE)) {
      return false;
    }
    boolean somebodys = hasOwner(p, noun) && !p.has(preposition, Sense.of(Sense.FROM, Sense.OF));
    for (int i = preposition + 1; i <= preposition + 4 && p.joined(i); i++) {
      if (p.has(i, SETTING)) {
        return !somebodys;
      }
      boolean ofSomething = p.has(preposition, Sense.OF.bit()) && p.isContent(i);
      if (p.isPerson(i) || p.isVerb(i) || ofSomething) {
        return false;
      }
    }
    return false;
  }

  /** Whether the noun is said to be somebody's: {@code her red dress}. */
  static boolean hasOwner(Passage p, int noun) {
    if (p.isOwned(noun)) {
      return true;
    }
    for (int i = noun - 1; i >= 0 && i >= noun - 4 && p.joined(i + 1); i--) {
      if (p.has(i, Sense.SOMEBODY)) {
        return true;
      }
      if (p.isVerb(i) || p.has(i, Sense.PREPOSITIONS)) {
        return false;
      }
    }
    return false;
  }

  /** The first unit from here on, in the same clause, without these senses. */
  static int skip(Passage p, int from, long senses) {
    int i = from;
    while (i < from + SKIP && p.joined(i) && p.has(i, senses)) {
      i++;
    }
    return i;
  }

  /** The last unit up to here, in the same clause, without these senses. */
  static int skipBack(Passage p, int from, long senses) {
    int i = from;
    while (i > from - SKIP && p.joined(i + 1) && p.has(i, senses)) {
      i--;
    }
    return i;
  }

  /** The nearest unit before with one of these senses in the same sentence, or -1. */
  static int nearestBefore(Passage p, int index, long set, int reach) {
    for (int i = index - 1; i >= 0 && i >= index - reach && p.gap(i + 1) != Gap.STOP; i--) {
      if (p.has(i, set)) {
        return i;
      }
    }
    return -1;
  }

  /** The nearest unit after with one of these senses in the same sentence, or -1. */
  static int nearestAfter(Passage p, int index, long set, int reach) {
    for (int i = index + 1; i <= index + reach && p.gap(i) != Gap.STOP; i++) {
      if (p.has(i, set)) {
        return i;
      }
    }
    return -1;
  }
}
