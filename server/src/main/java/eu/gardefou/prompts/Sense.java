package eu.gardefou.prompts;

import java.util.Locale;

/**
 * What a word can be to the rules. A data file sorts its words under these names; a word may have
 * several senses, and a word with none is only known to be ordinary.
 */
enum Sense {
  // Small words that carry the grammar.
  DETERMINER,
  POSSESSIVE,
  PRONOUN,
  /** A determiner that is a pronoun when it stands beside a verb, such as French {@code la}. */
  CLITIC,
  OF,
  FROM,
  PREPOSITION,
  WITH,
  UNDER,
  WITHOUT,
  NOT,
  AVOID(Kind.VERB),
  NOTHING,
  ONLY,
  CONTRAST,
  AND,
  INFINITIVE,
  FILLER,
  AUXILIARY,
  QUANTITY(Kind.NOUN),
  LESS,
  MORE(Kind.MIXED),
  EXCEPT,
  OFF(Kind.ADJECTIVE),
  // What is asked for.
  REMOVE(Kind.VERB),
  VANISH(Kind.VERB),
  UNDRESS(Kind.VERB),
  /** Undresses a person, but also has many harmless objects, such as {@code strip}. */
  STRIP(Kind.VERB),
  REVEAL(Kind.VERB),
  KEEP(Kind.VERB),
  PUT_ON(Kind.VERB),
  WEARING(Kind.VERB),
  REPLACE(Kind.VERB),
  SHRINK(Kind.VERB),
  OTHER(Kind.VERB),
  // What it is asked of.
  CLOTHES(Kind.NOUN),
  GARMENT(Kind.NOUN),
  OUTER(Kind.NOUN),
  VEIL(Kind.NOUN),
  ACCESSORY(Kind.NOUN),
  INTIMATE(Kind.NOUN),
  SWIM(Kind.NOUN),
  BODY(Kind.NOUN),
  SKIN(Kind.NOUN),
  // How somebody or something is to look.
  NUDE(Kind.ADJECTIVE),
  BARE(Kind.ADJECTIVE),
  HALF_NUDE(Kind.ADJECTIVE),
  DRESSED(Kind.ADJECTIVE),
  SEE_THROUGH(Kind.ADJECTIVE),
  SKIMPY(Kind.ADJECTIVE),
  SHRUNK(Kind.ADJECTIVE),
  SEXUAL(Kind.ADJECTIVE),
  SULTRY(Kind.ADJECTIVE),
  // Who.
  PERSON(Kind.NOUN),
  MINOR(Kind.NOUN),
  MAYBE_MINOR(Kind.NOUN),
  /** A title, trade or fame that names often follow. */
  ROLE(Kind.NOUN),
  FIRST_NAME,
  AGE_UNIT(Kind.ADJECTIVE),
  // What makes a suspicious word harmless.
  INANIMATE(Kind.NOUN),
  PLACE(Kind.NOUN),
  PART(Kind.NOUN),
  PRODUCT(Kind.NOUN),
  DURATION;

  /** Which endings a stem of this sense may take. */
  enum Kind {
    NONE,
    VERB,
    NOUN,
    ADJECTIVE,
    /** Any of the others. */
    MIXED
  }

  /** Any kind of wear. */
  static final long WEAR = of(CLOTHES, GARMENT, OUTER, VEIL, ACCESSORY, INTIMATE, SWIM);

  /** Wear whose absence undresses. */
  static final long COVERING = of(CLOTHES, GARMENT, INTIMATE, SWIM);

  /** Somebody is spoken of, however vaguely. */
  static final long SOMEBODY =
      of(PERSON, PRONOUN, POSSESSIVE, MINOR, MAYBE_MINOR, ROLE, FIRST_NAME);

  /** Somebody, as a noun or pronoun that can stand alone. */
  static final long PEOPLE = of(PERSON, PRONOUN, MINOR, MAYBE_MINOR, ROLE, FIRST_NAME);

  /** A word that acts. */
  static final long VERBS =
      of(REMOVE, VANISH, UNDRESS, STRIP, REVEAL, KEEP, PUT_ON, WEARING, REPLACE, SHRINK, OTHER);

  /** A word that names a thing or a person. */
  static final long THINGS =
      WEAR | of(BODY, SKIN, PERSON, MINOR, MAYBE_MINOR, ROLE, INANIMATE, PLACE, PART, PRODUCT);

  /** Words that never name anything: the small words. */
  static final long SMALL =
      of(FILLER, AUXILIARY, QUANTITY, NOT, ONLY, INFINITIVE, LESS, MORE, OFF, NOTHING, AVOID);

  /** A word that introduces a noun. */
  static final long ARTICLES = of(DETERMINER, POSSESSIVE, CLITIC);

  /** A word after which a noun is not the object of the verb before. */
  static final long PREPOSITIONS = of(OF, FROM, PREPOSITION, WITH, UNDER, WITHOUT, EXCEPT);

  /** Senses that may matter by themselves; misspellings of these are looked for. */
  static final long RISKY =
      COVERING
          | of(REMOVE, UNDRESS, STRIP, WITHOUT, NUDE, HALF_NUDE, SEE_THROUGH, SKIMPY, OUTER, VEIL)
          | of(SEXUAL, SULTRY, MINOR, BODY, PERSON, WEARING, REVEAL);

  /** The heart of {@link #RISKY}: misspellings of these are guessed at. */
  static final long CORE =
      COVERING
          | of(REMOVE, UNDRESS, STRIP, NUDE, HALF_NUDE, SEE_THROUGH, SKIMPY, SEXUAL, SULTRY, MINOR);

  private final Kind kind;

  Sense() {
    this(Kind.NONE);
  }

  Sense(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  @SuppressWarnings("EnumOrdinal") // a place in a set that lives in memory only
  long bit() {
    return 1L << ordinal();
  }

  /** The set of these senses, one bit each. */
  static long of(Sense... senses) {
    long set = 0;
    for (Sense sense : senses) {
      set |= sense.bit();
    }
    return set;
  }

  /** The name used in data files, such as {@code see-through}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
