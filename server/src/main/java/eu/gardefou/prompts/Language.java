package eu.gardefou.prompts;

import java.util.List;
import java.util.Map;

/**
 * What one data file says of its language.
 *
 * @param endings what a stem, written {@code stem~}, may end in
 * @param clitics pronouns that are written onto a verb, such as Spanish {@code -le}
 * @param cliticsAfter endings of a verb that take them
 * @param umlauts whether {@code ae} may stand for {@code ä}
 * @param compounds whether nouns are written together, head last
 * @param prefixes verb prefixes that {@code zu} parts from their verb
 * @param numbers number words up to 17 and their values
 * @param words word or phrase to its senses
 * @param lookAlikes phrases that mean something harmless
 * @param sample running text, to tell the language by its letters
 */
record Language(
    String code,
    Map<Sense.Kind, List<String>> endings,
    List<String> clitics,
    List<String> cliticsAfter,
    boolean umlauts,
    boolean compounds,
    List<String> prefixes,
    Map<String, Integer> numbers,
    Map<Sense, List<String>> words,
    List<String> ordinary,
    List<String> lookAlikes,
    String sample) {

  /** The endings of a stem of this kind; a kind that the file leaves out has none but the stem. */
  List<String> endingsOf(Sense.Kind kind) {
    return kind == Sense.Kind.MIXED
        ? endings.values().stream().flatMap(List::stream).distinct().toList()
        : endings.getOrDefault(kind, List.of(""));
  }
}
