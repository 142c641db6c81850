package eu.gardefou.prompts;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one data file says of its language.
 *
 * @param endings what a stem, written {@code stem~} or {@code stem~name}, may end in, by name
 * @param clitics pronouns that are written onto a verb, such as Spanish {@code -le}
 * @param cliticsAfter endings of a verb that take them
 * @param umlauts whether {@code ae} may stand for {@code ä}
 * @param compounds whether nouns are written together, head last
 * @param verbLast whether what a verb acts on stands before it, as in Turkish
 * @param headLast whether nouns stand side by side and the last is meant, as in English
 * @param prefixes verb prefixes that {@code zu} parts from their verb
 * @param negatingPrefix what turns a verb into its opposite, such as Czech {@code ne-}, or empty
 * @param initials changes at the beginning of a word that leave its meaning
 * @param numbers number words up to 17 and their values
 * @param words words and phrases by heading
 * @param lookAlikes phrases that mean something harmless
 * @param sample running text, to tell the language by its letters
 */
record Language(
    String code,
    Map<String, List<String>> endings,
    List<String> clitics,
    List<String> cliticsAfter,
    boolean umlauts,
    boolean compounds,
    boolean verbLast,
    boolean headLast,
    List<String> prefixes,
    String negatingPrefix,
    List<Initial> initials,
    Map<String, Integer> numbers,
    Map<Heading, List<String>> words,
    List<String> ordinary,
    List<String> lookAlikes,
    String sample) {
  private static final List<String> STEM_ONLY = List.of("");

  /** What the words under one heading of the file are. */
  record Heading(long senses, Sense.Kind kind) {
    static Heading of(Sense sense) {
      return new Heading(sense.bit(), sense.kind());
    }
  }

  /** Irish {@code bhean} is {@code bean}, Arabic {@code alfustan} is {@code fustan}. */
  record Initial(String from, String to) {}

  /** The endings of this name; the stem alone when the file has none. */
  List<String> endings(String name) {
    return endings.getOrDefault(name, STEM_ONLY);
  }

  /** The endings of this name; none when the file has none. */
  List<String> extraEndings(String name) {
    return endings.getOrDefault(name, List.of());
  }

  /** The names of the lists that a stem of this kind takes. */
  List<String> listsOf(Sense.Kind kind) {
    return switch (kind) {
      case VERB, ADJECTIVE, NOUN -> List.of(kind.name().toLowerCase(Locale.ROOT));
      case NONE -> List.of("noun");
      case MIXED -> List.of("noun", "verb", "adjective");
    };
  }
}
