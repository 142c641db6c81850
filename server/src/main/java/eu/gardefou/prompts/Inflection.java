package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes out the forms of a word: {@code stem~} with each ending of its kind. */
final class Inflection {
  private static final Pattern WORD_BREAK = Pattern.compile("[ '-]+");

  private static final long PRONOUN = Sense.PRONOUN.bit();

  private final Language language;

  Inflection(Language language) {
    this.language = language;
  }

  /** Every form of this notation in lower case, and the senses it has beside its own. */
  Map<String, Long> forms(String notation, Sense.Kind kind) {
    Map<String, Long> forms = new LinkedHashMap<>();
    if (!notation.endsWith("~")) {
      add(forms, notation, 0);
      return forms;
    }
    String stem = notation.substring(0, notation.length() - 1);
    for (String ending : language.endingsOf(kind)) {
      add(forms, stem + ending, 0);
      addParted(forms, stem + ending, kind);
    }
    if (kind == Sense.Kind.VERB) {
      addClitics(forms, stem);
    }
    return forms;
  }

  private void add(Map<String, Long> forms, String form, long senses) {
    String written = form.toLowerCase(Locale.ROOT);
    forms.putIfAbsent(written, senses);
    if (language.umlauts()) {
      forms.putIfAbsent(Folding.spellUmlauts(written), senses);
    }
  }

  private void addClitics(Map<String, Long> forms, String stem) {
    for (String ending : language.cliticsAfter()) {
      for (String clitic : language.clitics()) {
        add(forms, stem + ending + clitic, PRONOUN);
      }
    }
  }

  /** German parts a prefix from its verb: {@code auszuziehen}. */
  private void addParted(Map<String, Long> forms, String form, Sense.Kind kind) {
    if (kind != Sense.Kind.VERB || !form.endsWith("n")) {
      return;
    }
    for (String prefix : language.prefixes()) {
      if (form.startsWith(prefix) && form.length() > prefix.length() + 3) {
        add(forms, prefix + "zu" + form.substring(prefix.length()), Sense.INFINITIVE.bit());
      }
    }
  }

  /** Every way to write this phrase, one list of folded forms for each of its words. */
  List<List<String>> phrase(String notation, Sense.Kind kind) {
    List<List<String>> words = new ArrayList<>();
    for (String word : WORD_BREAK.splitAsStream(notation.trim()).toList()) {
      words.add(forms(word, kind).keySet().stream().map(Folding::fold).distinct().toList());
    }
    return words;
  }
}
