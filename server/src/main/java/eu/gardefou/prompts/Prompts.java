package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a written request asks for: text in, findings out. It knows words, inflection, word
 * order and negation of the languages that have a data file, and reads a text in every way in which
 * it may have been disguised; the strictest reading counts.
 *
 * <p>Text can only lower trust. A claimed age, consent or purpose is not a finding and clears
 * nothing. Findings never hold the request's own words. Safe for use by many threads.
 */
public final class Prompts {
  /** The official languages of the European Union, Arabic, Russian, Turkish and Ukrainian. */
  private static final List<String> CODES =
      List.of(
          "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it",
          "lt", "lv", "mt", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk");

  private static final Set<String> TAUGHT = Set.copyOf(CODES);
  private static final int FEWEST_GAPS = 2;

  private static final Gist GIST = Gist.load();
  private static final NegativeList NEGATIVE_LIST = new NegativeList();
  private static final List<Rule> RULES =
      List.of(
          new Removal(),
          new Undressing(),
          new Lacking(),
          new Nudity(),
          new Showing(),
          new ScantWear(),
          new SkimpyCut(),
          new Sexualising(),
          new People(),
          new Ages(),
          NEGATIVE_LIST,
          GIST);

  private static @Nullable Prompts shipped;

  private final List<String> languages;
  private final Lexicon lexicon;
  private final Speller speller;
  private final Readings.Sources sources;
  private final Coverage coverage;

  private Prompts(
      UnaryOperator<String> cleaner,
      Map<String, Language> languages,
      Map<String, String> strangers) {
    Language any = LanguageFile.open(Entry.ANY).language();
    Collection<Language> all = new ArrayList<>(languages.values());
    all.add(any);
    lexicon = new Lexicon(all);
    this.languages = List.copyOf(languages.keySet());
    speller = new Speller(new WordRepair(lexicon));
    sources = Readings.Sources.of(cleaner, lexicon);
    List<String> samples = languages.values().stream().map(Language::sample).toList();
    coverage = new Coverage(lexicon, samples, strangers.values());
  }

  /**
   * Loads the data files that come with the program: once, since that takes seconds and they do not
   * change.
   *
   * @throws IllegalStateException when a file is missing or has a mistake
   */
  public static synchronized Prompts load() {
    if (shipped == null) {
      shipped = load(CODES);
    }
    return shipped;
  }

  static Prompts load(Collection<String> codes) {
    return load(codes, Normaliser::clean);
  }

  static Prompts load(Collection<String> codes, UnaryOperator<String> cleaner) {
    Map<String, Language> languages = new TreeMap<>();
    codes.parallelStream()
        .map(code -> LanguageFile.open(code).language())
        .toList()
        .forEach(language -> languages.put(language.code(), language));
    Map<String, String> strangers = LanguageFile.open(Entry.ANY).strangers();
    strangers.keySet().removeAll(languages.keySet());
    return new Prompts(cleaner, languages, strangers);
  }

  /** The ISO 639-1 codes of the languages that have a data file, in order. */
  public List<String> languages() {
    return languages;
  }

  /**
   * Reads all parts of a request, each by itself and all together.
   *
   * @param text of any length; the time is linear in it
   */
  public PromptFindings read(PromptText text) {
    var findings = new Findings(new Doubt(GIST, TAUGHT));
    var words = new Words(lexicon);
    List<String> companions = text.companions().stream().filter(c -> !c.isBlank()).toList();
    boolean covered = read(text.prompt(), words, findings);
    for (String companion : companions) {
      covered &= read(companion, words, findings);
    }
    if (!companions.isEmpty()) {
      String together = text.prompt() + " " + String.join(" ", companions);
      boolean somebody =
          read(together, words, findings) && plain(together, words).mentionsSomebody();
      companions.forEach(c -> NEGATIVE_LIST.readCompanion(plain(c, words), somebody, findings));
    }
    return new PromptFindings(findings.strongestFirst(), covered);
  }

  /** A text as written, each word with its senses. */
  Passage plain(String text) {
    return plain(text, new Words(lexicon));
  }

  private Passage plain(String text, Words words) {
    List<Chunk> chunks = Tokenizer.chunks(sources.cleaner().apply(text));
    return new Annotator(words).annotate(Reading.PLAIN, speller.respell(chunks, words).tokens());
  }

  /** Adds the findings of one text in every reading; the answer is whether it is covered. */
  private boolean read(String text, Words words, Findings findings) {
    Readings readings = Readings.of(text, sources, words, findings);
    boolean covered = readings.complete();
    for (Reading reading : readings.all()) {
      List<Chunk> chunks = Tokenizer.chunks(reading.text());
      List<Token> tokens = chunks.stream().flatMap(chunk -> chunk.tokens().stream()).toList();
      Respelling respelling = speller.respell(chunks, words);
      List<Token> respelled = respelling.tokens();
      covered &= respelling.complete();
      apply(reading.name(), tokens, words, findings);
      if (respelled.stream().anyMatch(token -> token.repair() != null)) {
        apply(reading.name(), respelled, words, findings);
      }
      if (isPunctuatedApart(respelled)) {
        List<Token> unparted = respelled.stream().map(token -> token.parted(Gap.NONE)).toList();
        apply("unpunctuated", unparted, words, findings);
      }
      if (reading.isPlain()) {
        covered &= coverage.covers(respelled, words);
      }
    }
    return covered;
  }

  private static void apply(String reading, List<Token> tokens, Words words, Findings findings) {
    for (Passage passage : new Annotator(words).passages(reading, tokens)) {
      RULES.forEach(rule -> rule.read(passage, findings));
    }
  }

  /** Marks between most words say nothing about clauses. */
  private static boolean isPunctuatedApart(List<Token> tokens) {
    long gaps = tokens.stream().filter(token -> token.before() != Gap.NONE).count();
    return gaps >= FEWEST_GAPS && gaps * 2 >= tokens.size();
  }
}
