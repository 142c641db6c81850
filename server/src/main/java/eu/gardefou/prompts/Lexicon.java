package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words and phrases of all languages, by folded form. */
final class Lexicon {
  private static final int SHORTEST_HEAD = 4;
  private static final int LONGEST_COMPOUND = 32;
  private static final long VERB_WITH_ZU = Sense.of(Sense.OTHER, Sense.INFINITIVE);
  private static final long NOUNS = Sense.THINGS;

  private final Map<String, List<Entry>> words = new HashMap<>();
  private final PhraseTree phrases = new PhraseTree();
  private final Set<String> codes = new HashSet<>();
  private final Map<String, List<String>> prefixes = new HashMap<>();
  private final Set<String> compounding = new HashSet<>();

  Lexicon(Collection<Language> languages) {
    languages.forEach(this::add);
  }

  private void add(Language language) {
    codes.add(language.code());
    var inflection = new Inflection(language);
    language
        .words()
        .forEach((sense, list) -> list.forEach(w -> add(language, inflection, w, sense)));
    language.lookAlikes().forEach(phrase -> addHarmless(language, inflection, phrase));
    language.ordinary().forEach(word -> addOrdinary(language, inflection, word));
    language.numbers().forEach((word, value) -> addNumber(language, word, value));
    if (!language.prefixes().isEmpty()) {
      prefixes.put(language.code(), language.prefixes());
    }
    if (language.compounds()) {
      compounding.add(language.code());
    }
  }

  private void add(Language language, Inflection inflection, String notation, Sense sense) {
    Entry entry = Entry.of(language.code(), sense.bit());
    if (notation.contains("…")) {
      addWithGap(inflection, notation.split("…", 2), sense, entry);
    } else if (isPhrase(notation)) {
      phrases.add(inflection.phrase(notation, sense.kind()), entry);
    } else {
      inflection.forms(notation, sense.kind()).forEach((form, more) -> put(form, entry.and(more)));
    }
  }

  private void addWithGap(Inflection inflection, String[] sides, Sense sense, Entry entry) {
    List<List<String>> words = inflection.phrase(sides[0], sense.kind());
    List<String> particles = inflection.phrase(sides[1], sense.kind()).getFirst();
    phrases.addWithGap(words, particles, entry);
    if (!sides[1].endsWith(".")) {
      List<List<String>> together = new ArrayList<>(words);
      together.add(particles);
      phrases.add(together, entry);
    }
  }

  private void addHarmless(Language language, Inflection inflection, String phrase) {
    Entry harmless = Entry.of(language.code(), Sense.INANIMATE.bit());
    if (isPhrase(phrase)) {
      phrases.add(inflection.phrase(phrase, Sense.Kind.NOUN), harmless);
    } else {
      inflection.forms(phrase, Sense.Kind.NOUN).forEach((form, _) -> put(form, harmless));
    }
  }

  private void addOrdinary(Language language, Inflection inflection, String word) {
    for (String form : inflection.forms(word, Sense.Kind.NOUN).keySet()) {
      put(form, Entry.of(language.code(), 0));
    }
  }

  private void addNumber(Language language, String word, int value) {
    put(word, new Entry(language.code(), "", 0, value));
  }

  private void put(String form, Entry entry) {
    Entry written = entry.written(form);
    List<Entry> entries = words.computeIfAbsent(Folding.fold(form), _ -> new ArrayList<>(1));
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).isSameWord(written)) {
        entries.set(i, entries.get(i).merge(written));
        return;
      }
    }
    entries.add(written);
  }

  /**
   * The meanings of a word as written: {@code uña} is not {@code una}, though a word without its
   * diacritics may be either.
   */
  List<Entry> find(Token token) {
    List<Entry> entries = find(token.text());
    if (token.repair() != null || entries.size() < 2) {
      return entries;
    }
    List<Entry> exact = entries.stream().filter(e -> e.written().equals(token.letters())).toList();
    return exact.isEmpty() ? entries : exact;
  }

  /** The meanings of a folded word; empty when no language has it. */
  List<Entry> find(String word) {
    List<Entry> entries = words.get(word);
    return entries != null ? entries : findComposed(word);
  }

  boolean knows(String word) {
    return words.containsKey(word);
  }

  /** All senses that a word has in any language. */
  long senses(String word) {
    long senses = 0;
    for (Entry entry : words.getOrDefault(word, List.of())) {
      senses |= entry.senses();
    }
    return senses;
  }

  Set<String> forms() {
    return words.keySet();
  }

  /** The folded forms of one language, and those of all. */
  Set<String> formsOf(String code) {
    return words.entrySet().stream()
        .filter(
            e -> e.getValue().stream().anyMatch(m -> m.belongsToAll() || m.language().equals(code)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  PhraseTree phrases() {
    return phrases;
  }

  /** Languages of the data files, without {@code any}. */
  Set<String> codes() {
    return codes;
  }

  private List<Entry> findComposed(String word) {
    if (word.length() <= SHORTEST_HEAD || word.length() > LONGEST_COMPOUND) {
      return List.of();
    }
    Entry verb = findVerbWithZu(word);
    if (verb != null) {
      return List.of(verb);
    }
    return compounding.isEmpty() ? List.of() : findHead(word);
  }

  /** German {@code anzutasten}: a verb, even when its stem is unknown. */
  private @Nullable Entry findVerbWithZu(String word) {
    if (!word.endsWith("en")) {
      return null;
    }
    for (Map.Entry<String, List<String>> language : prefixes.entrySet()) {
      for (String prefix : language.getValue()) {
        if (word.startsWith("zu", prefix.length()) && word.startsWith(prefix)) {
          return Entry.of(language.getKey(), VERB_WITH_ZU);
        }
      }
    }
    return null;
  }

  /** German {@code Sommerkleid} is a {@code Kleid}; but {@code Mutprobe} is a {@code Probe}. */
  private List<Entry> findHead(String word) {
    for (int start = 3; start + SHORTEST_HEAD <= word.length(); start++) {
      for (Entry head : words.getOrDefault(word.substring(start), List.of())) {
        if (compounding.contains(head.language())) {
          long noun = head.senses() & NOUNS;
          return noun == 0 ? List.of() : List.of(Entry.of(head.language(), noun));
        }
      }
    }
    return List.of();
  }

  /** Languages that have this very form. */
  Set<String> languagesOf(String word) {
    List<Entry> entries = words.getOrDefault(word, List.of());
    return entries.stream().map(Entry::language).collect(Collectors.toSet());
  }

  boolean has(String code, String word) {
    return find(word).stream().anyMatch(entry -> entry.language().equals(code));
  }

  static boolean isPhrase(String notation) {
    return notation.contains(" ") || notation.contains("-") || notation.contains("'");
  }
}
