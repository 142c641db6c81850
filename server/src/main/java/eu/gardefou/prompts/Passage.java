package eu.gardefou.prompts;

import java.util.List;
import java.util.Set;

/** One reading of a text as units that have senses, with the questions that rules ask of it. */
final class Passage {
  private static final long ARTICLE_OR_SMALL =
      Sense.ARTICLES | Sense.SMALL | Sense.PREPOSITIONS | Sense.of(Sense.AND, Sense.CONTRAST);

  private static final long NOT_ARTICLE = Sense.of(Sense.PRONOUN, Sense.AUXILIARY);

  private static final long NEVER_OWNED = Sense.of(Sense.DETERMINER, Sense.CLITIC);
  private static final long OF_OWNED = Sense.of(Sense.POSSESSIVE, Sense.WITHOUT);

  private final String reading;
  private final List<Unit> units;
  private final Grammar grammar;
  private final long senses;

  Passage(String reading, List<Unit> units, Grammar grammar) {
    this.grammar = grammar;
    this.reading = reading;
    this.units = units;
    long all = 0;
    for (Unit unit : units) {
      all |= unit.senses();
    }
    senses = all;
  }

  String reading() {
    return reading;
  }

  int size() {
    return units.size();
  }

  Unit unit(int index) {
    return units.get(index);
  }

  /** Whether the unit exists and has one of these senses. */
  boolean has(int index, long set) {
    return index >= 0 && index < units.size() && units.get(index).has(set);
  }

  /** What parts this unit from the one before; the end of the text is a stop. */
  Gap gap(int index) {
    return index <= 0 || index >= units.size() ? Gap.STOP : units.get(index).token().before();
  }

  boolean joined(int index) {
    return gap(index) == Gap.NONE;
  }

  /** Whether any unit has one of these senses. */
  boolean mentions(long set) {
    return (senses & set) != 0;
  }

  boolean mentionsSomebody() {
    return mentions(Sense.SOMEBODY);
  }

  /** A word that acts and cannot be a thing. */
  boolean isVerb(int index) {
    return has(index, Sense.VERBS) && !has(index, Sense.THINGS);
  }

  /** A verb of a language in which what it acts on stands before it. */
  boolean isVerbLast(int index) {
    return isOf(grammar.verbLast(), index, Sense.VERBS);
  }

  /** A thing of a language in which nouns stand side by side and the last is what is meant. */
  boolean isHeadLast(int index) {
    return isOf(grammar.headLast(), index, Sense.THINGS);
  }

  private boolean isOf(Set<String> languages, int index, long senses) {
    return index >= 0
        && index < units.size()
        && !languages.isEmpty()
        && languages.contains(units.get(index).languageOf(senses));
  }

  /** A thing that says whose it is by its ending: Hungarian {@code ruháját}. */
  boolean isOwned(int index) {
    return has(index, Sense.POSSESSIVE.bit())
        && has(index, Sense.THINGS)
        && !has(index, NEVER_OWNED);
  }

  /** Stands before a noun rather than for one. */
  boolean isArticle(int index) {
    if (!has(index, Sense.ARTICLES) || isOwned(index)) {
      return false;
    }
    boolean alone = !joined(index + 1) || has(index + 1, ARTICLE_OR_SMALL) || isVerb(index + 1);
    return !(has(index, NOT_ARTICLE) && alone);
  }

  boolean isPerson(int index) {
    return has(index, Sense.PEOPLE) && !isArticle(index);
  }

  /** A noun or adjective, known or not. */
  boolean isContent(int index) {
    long small = isOwned(index) ? ARTICLE_OR_SMALL & ~OF_OWNED : ARTICLE_OR_SMALL;
    return index < units.size()
        && !has(index, small)
        && !isVerb(index)
        && units.get(index).number() < 0;
  }

  /** The last unit before this one that is part of the same clause. */
  int clauseStart(int index) {
    int start = index;
    while (start > 0 && joined(start)) {
      start--;
    }
    return start;
  }
}
