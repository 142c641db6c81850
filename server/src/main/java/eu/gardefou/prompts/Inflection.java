package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the notation of a data file as stems and endings: {@code stem~} takes the endings of its
 * kind, {@code stem~name} those of a list of that name, and a word without the sign has none.
 */
final class Inflection {
  private static final String NOUN = "noun";
  private static final String VERB = "verb";

  private final Language language;
  private final Map<String, Endings> known = new HashMap<>();

  Inflection(Language language) {
    this.language = language;
  }

  /** The stems of a word as written in the file, one for each way to spell it. */
  List<Stem> stems(String notation, Sense.Kind kind) {
    int sign = notation.indexOf('~');
    String word = (sign < 0 ? notation : notation.substring(0, sign)).toLowerCase(Locale.ROOT);
    boolean inflected = sign >= 0;
    Endings endings = inflected ? endingsOf(notation.substring(sign + 1), kind) : Endings.NONE;
    List<Stem> stems = new ArrayList<>();
    for (String spelled : spellings(word)) {
      stems.add(Stem.of(spelled, endings, 0));
      if (kind == Sense.Kind.VERB) {
        addPrefixed(stems, spelled, endings, inflected);
      }
    }
    return stems;
  }

  private Set<String> spellings(String word) {
    return language.umlauts()
        ? new LinkedHashSet<>(List.of(word, Folding.spellUmlauts(word)))
        : Set.of(word);
  }

  private void addPrefixed(List<Stem> stems, String verb, Endings endings, boolean inflected) {
    if (!language.negatingPrefix().isEmpty()) {
      stems.add(Stem.of(language.negatingPrefix() + verb, endings, Sense.NOT.bit()));
    }
    if (inflected) {
      addParted(stems, verb, endings);
    }
  }

  /** German parts a prefix from its verb: {@code auszuziehen}. */
  private void addParted(List<Stem> stems, String verb, Endings endings) {
    for (String prefix : language.prefixes()) {
      if (verb.startsWith(prefix) && verb.length() > prefix.length() + 1) {
        List<Endings.Ending> infinitive =
            endings.all().stream().filter(e -> (verb + e.written()).endsWith("n")).toList();
        String parted = prefix + "zu" + verb.substring(prefix.length());
        stems.add(Stem.of(parted, new Endings(infinitive), Sense.INFINITIVE.bit()));
      }
    }
  }

  private Endings endingsOf(String name, Sense.Kind kind) {
    return known.computeIfAbsent(name + "/" + kind, _ -> new Endings(list(name, kind)));
  }

  private Set<Endings.Ending> list(String name, Sense.Kind kind) {
    Set<Endings.Ending> endings = new LinkedHashSet<>();
    List<String> names = name.isEmpty() ? language.listsOf(kind) : List.of(name);
    names.forEach(list -> add(endings, language.endings(list), 0));
    if (names.contains(NOUN) || kind == Sense.Kind.NOUN) {
      add(endings, language.extraEndings("possessed"), Sense.POSSESSIVE.bit());
      add(endings, language.extraEndings("lacking"), Sense.WITHOUT.bit());
    }
    if (names.contains(VERB) || kind == Sense.Kind.VERB) {
      add(endings, language.extraEndings("negated"), Sense.NOT.bit());
      for (String ending : language.cliticsAfter()) {
        List<String> joined = language.clitics().stream().map(c -> ending + c).toList();
        add(endings, joined, Sense.PRONOUN.bit());
      }
    }
    return endings;
  }

  private void add(Set<Endings.Ending> endings, List<String> written, long senses) {
    for (String ending : written) {
      for (String spelled : spellings(ending.toLowerCase(Locale.ROOT))) {
        endings.add(new Endings.Ending(spelled, senses));
      }
    }
  }
}
