package eu.gardefou.prompts;

/**
 * Walks from an action to its right and collects its objects. A noun after a preposition is not an
 * object ({@code remove the stain from her dress}), unless a person is rid of it ({@code strip her
 * of her clothes}, Latvian {@code noņem no sievietes drēbes}); a second noun phrase is one only in
 * a list, or after a person ({@code zieh ihr das Kleid aus}).
 */
final class ObjectScan {
  private static final long ENDS = Sense.of(Sense.CONTRAST, Sense.EXCEPT);
  private static final long COUNTS_OUT = Sense.of(Sense.QUANTITY, Sense.WITHOUT, Sense.NOT);
  private static final long SOURCE = Sense.of(Sense.OF, Sense.FROM);
  private static final long PRONOUN = Sense.PRONOUN.bit();
  private static final int NONE = -1;

  private final Passage p;
  private final int action;
  private final long wanted;
  private final IndexList found = new IndexList();
  private int head = NONE;
  private boolean inPhrase;
  private int phraseHead = NONE;
  private boolean listed;
  private boolean open = true;
  private boolean introduced;
  private boolean deprives;

  ObjectScan(Passage p, int action, long wanted) {
    this.p = p;
    this.action = action;
    this.wanted = wanted;
  }

  int[] run() {
    for (int i = action + 1; i < p.size() && i <= action + Syntax.REACH; i++) {
      if (p.gap(i) == Gap.STOP || p.has(i, ENDS) || p.isVerb(i)) {
        break;
      }
      step(i);
    }
    return found.toArray();
  }

  private void step(int i) {
    if (p.gap(i) == Gap.COMMA || p.has(i, Sense.AND.bit())) {
      separate(i);
    }
    if (p.has(i, Sense.AND.bit())) {
      return;
    }
    if (p.has(i, Sense.PREPOSITIONS)) {
      preposition(i);
    } else if (p.isArticle(i)) {
      article();
    } else if (p.isContent(i) || p.isPerson(i)) {
      content(i);
    }
  }

  /** A comma or "and": the list goes on, and a phrase about a place ends. */
  private void separate(int i) {
    listed = true;
    boolean articleFollows = p.isArticle(p.has(i, Sense.AND.bit()) ? i + 1 : i);
    if (inPhrase && phraseHead != NONE && articleFollows && !p.has(phraseHead, Sense.WEAR)) {
      inPhrase = false;
    }
  }

  private void preposition(int i) {
    boolean partitive = p.has(i, Sense.OF.bit()) && (i == action + 1 || p.has(i - 1, COUNTS_OUT));
    if (partitive) {
      return;
    }
    boolean source = p.has(i, SOURCE) && !p.has(i, Sense.PREPOSITION.bit());
    boolean fromPerson = i == action + 1 && p.isPerson(i + 1) && !p.has(i + 2, Sense.PART.bit());
    boolean ridOf = source && (fromPerson || p.isPerson(i - 1) || p.has(i - 1, PRONOUN));
    deprives |= ridOf;
    inPhrase = !ridOf && !(source && deprives && listed);
    phraseHead = NONE;
    open |= !inPhrase;
  }

  private void article() {
    if (inPhrase && phraseHead == NONE) {
      return;
    }
    int last = inPhrase ? phraseHead : head;
    inPhrase = false;
    boolean adverb = last == head && !introduced && last != NONE && !p.has(last, Sense.THINGS);
    open = head == NONE || listed || adverb || p.isPerson(last) || p.has(last, Sense.WEAR);
    listed = false;
    introduced = true;
  }

  private void content(int i) {
    if (inPhrase && !isAfterPerson(i)) {
      phraseHead = i;
      return;
    }
    if (open && p.has(i, wanted) && Syntax.isTarget(p, i) && !startsClause(i)) {
      found.add(i);
    }
    head = i;
  }

  /** Romanian {@code scoate de pe femeie rochia}: the phrase ends with the person. */
  private boolean isAfterPerson(int i) {
    return head == NONE && phraseHead != NONE && p.isPerson(phraseHead) && p.has(i, wanted);
  }

  /** {@code remove the background, her dress should be red}: the subject of what comes next. */
  private boolean startsClause(int i) {
    return listed(i) && p.joined(i + 1) && p.has(i + 1, Sense.AUXILIARY.bit());
  }

  private boolean listed(int i) {
    return head != NONE && i > action + 1;
  }
}
