package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The words and phrases of all languages, found by their folded form. */
final class Lexicon {
  static final int LONGEST_WORD = 64;
  private static final long EVERY_LANGUAGE = -1;
  private static final long BARES = Sense.COVERING | Sense.VEIL.bit();
  private static final long WITHOUT = Sense.WITHOUT.bit();
  private static final Language.Heading HARMLESS = Language.Heading.of(Sense.INANIMATE);
  private static final Language.Heading ORDINARY = new Language.Heading(0, Sense.Kind.NOUN);

  private final StemTable<Entry> words = new StemTable<>();
  private final Phrases phrases = new Phrases();
  private final List<String> codes;
  private final Map<String, Long> bits = new HashMap<>();
  private final Compounds compounds = new Compounds(this);
  private final Initials initials = new Initials();
  private final Grammar grammar = new Grammar(new HashSet<>(), new HashSet<>());

  Lexicon(Collection<Language> languages) {
    codes = languages.stream().map(Language::code).sorted().toList();
    for (int i = 0; i < codes.size(); i++) {
      bits.put(codes.get(i), codes.get(i).equals(Entry.ANY) ? EVERY_LANGUAGE : 1L << i);
    }
    languages.forEach(this::add);
  }

  private void add(Language language) {
    compounds.add(language);
    if (language.verbLast()) {
      grammar.verbLast().add(language.code());
    }
    if (language.headLast()) {
      grammar.headLast().add(language.code());
    }
    initials.add(language);
    var inflection = new Inflection(language);
    language.words().forEach((heading, list) -> add(language, inflection, heading, list));
    add(language, inflection, HARMLESS, language.lookAlikes());
    for (String word : language.ordinary()) {
      addWord(inflection, word, ORDINARY, Entry.of(language.code(), 0));
    }
    language
        .numbers()
        .forEach((word, value) ->
            addWord(inflection, word, ORDINARY, new Entry(language.code(), "", 0, value)));
  }

  private void add(
      Language language, Inflection inflection, Language.Heading heading, List<String> notations) {
    Entry entry = Entry.of(language.code(), heading.senses());
    for (String notation : notations) {
      if (Phrases.isPhrase(notation)) {
        phrases.add(notation, heading.kind(), inflection, entry);
      } else {
        addWord(inflection, notation, heading, entry);
      }
    }
  }

  private void addWord(
      Inflection inflection, String notation, Language.Heading heading, Entry entry) {
    inflection.stems(notation, heading.kind()).forEach(stem -> words.add(stem, entry));
  }

  /** The meanings of a word that no file has, as one made up of others; empty when it is none. */
  List<Entry> compound(String word) {
    return compounds.find(word);
  }

  /** Takes the languages that have some letters as a word, one bit each, and what it is to them. */
  interface WordTaker {
    void take(long languages, long senses);
  }

  /** Up to where the letters from the start may be a stem or the beginning of one. */
  int reach(WordHash letters, int start, int end) {
    return words.reach(letters, start, end);
  }

  /** Gives every way to read the letters from start to end as one word of the files. */
  void words(WordHash letters, int start, int end, int reach, WordTaker taker) {
    words.find(
        letters,
        start,
        end,
        reach,
        (slot, _) -> taker.take(bit(slot.value().language()), slot.value().senses()));
  }

  Phrases phrases() {
    return phrases;
  }

  StemTable<Entry> words() {
    return words;
  }

  /** In what the languages differ. */
  Grammar grammar() {
    return grammar;
  }

  /** The lemmas of phrases that a folded word may be a form of. */
  int[] lemmasOf(String word) {
    int[] lemmas = phrases.lemmasOf(word);
    if (lemmas.length > 0) {
      return lemmas;
    }
    List<Initials.Change> changes = initials.changes(word);
    if (changes.isEmpty()) {
      return lemmas;
    }
    return changes.stream()
        .flatMapToInt(change -> Arrays.stream(phrases.lemmasOf(change.word())))
        .distinct()
        .toArray();
  }

  /** The bit of a language, in the order of {@link #codes}. */
  long bit(String code) {
    return bits.getOrDefault(code, 0L);
  }

  /** The bit of a data file; that of what belongs to all has its own. */
  long fileBit(String code) {
    long bit = bit(code);
    return bit == EVERY_LANGUAGE ? 1L << codes.indexOf(Entry.ANY) : bit;
  }

  /** Languages of the data files in order, {@code any} among them. */
  List<String> codes() {
    return codes;
  }

  /** What the files say of a folded word. */
  Known known(String word) {
    if (word.isEmpty() || word.length() > LONGEST_WORD) {
      return Known.NOTHING;
    }
    List<Entry> entries = inflected(word);
    entries = entries.isEmpty() ? changedBack(word) : entries;
    if (entries.isEmpty()) {
      return Known.NOTHING;
    }
    long languages = 0;
    long files = 0;
    long senses = 0;
    for (Entry entry : entries) {
      languages |= bit(entry.language());
      files |= fileBit(entry.language());
      senses |= entry.senses();
    }
    return new Known(List.copyOf(entries), languages, files, senses);
  }

  private List<Entry> inflected(String word) {
    return inflected(new WordHash(word), 0, word.length());
  }

  /** The meanings of the letters from start to end as a word that is in the files. */
  List<Entry> inflected(WordHash letters, int start, int end) {
    List<Entry> entries = new ArrayList<>(2);
    words.find(
        letters,
        start,
        end,
        (slot, endings) -> endings.forEach(ending -> put(entries, slot, ending)));
    return entries;
  }

  private static void put(List<Entry> entries, StemTable.Slot<Entry> slot, Endings.Ending ending) {
    // Sleeveless is not undressed: only what covers says by its ending that it is missing.
    boolean bares = (slot.value().senses() & BARES) != 0;
    Entry entry =
        slot.value()
            .and(slot.stem().senses() | (bares ? ending.senses() : ending.senses() & ~WITHOUT))
            .written(slot.stem().written() + ending.written());
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).isSameWord(entry)) {
        entries.set(i, entries.get(i).merge(entry));
        return;
      }
    }
    entries.add(entry);
  }

  private List<Entry> changedBack(String word) {
    List<Initials.Change> changes = initials.changes(word);
    if (changes.isEmpty()) {
      return List.of();
    }
    return changes.stream()
        .flatMap(change ->
            inflected(change.word()).stream()
                .filter(entry -> entry.language().equals(change.language())))
        .distinct()
        .toList();
  }
}
