package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The phrases of all languages. Each word of a phrase is a lemma, a stem with its endings, so that
 * {@code tak~ … off} is one path for all its forms.
 */
final class Phrases {
  private static final Pattern WORD_BREAK = Pattern.compile("[ '’-]+");
  private static final int LONGEST_WORD = 64;
  private static final int[] NONE = {};

  private static final long NOT = Sense.NOT.bit();

  private final StemTable<Integer> forms = new StemTable<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Lemma> lemmas = new HashMap<>();
  private final PhraseTree root = new PhraseTree();

  static boolean isPhrase(String notation) {
    return WORD_BREAK.matcher(notation).find() || notation.contains("…");
  }

  void add(String notation, Sense.Kind kind, Inflection inflection, Entry entry) {
    int gap = notation.indexOf('…');
    String first = gap < 0 ? notation : notation.substring(0, gap);
    String last = gap < 0 ? "" : notation.substring(gap + 1).trim();
    boolean alone = last.endsWith(".");
    String ending = alone ? last.substring(0, last.length() - 1) : last;
    List<Lemma> words = lemmas(first, kind, inflection, entry);
    int length = words.size();
    words.addAll(gap < 0 ? List.of() : lemmas(ending, kind, inflection, entry));
    add(numbers(words), length, alone, entry);
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).negated() >= 0) {
        List<Integer> numbers = numbers(words);
        numbers.set(i, words.get(i).negated());
        add(numbers, length, alone, entry.and(NOT));
      }
    }
  }

  /** Adds a phrase whose first words number so many; the others may come later. */
  private void add(List<Integer> words, int length, boolean alone, Entry entry) {
    if (length < words.size()) {
      List<Integer> ending = words.subList(length, words.size());
      root.addWithGap(words.subList(0, length), ending, alone, entry);
    }
    if (!alone) {
      root.add(words, entry);
    }
  }

  private static List<Integer> numbers(List<Lemma> lemmas) {
    return lemmas.stream().map(Lemma::number).collect(Collectors.toCollection(ArrayList::new));
  }

  private List<Lemma> lemmas(String notation, Sense.Kind kind, Inflection inflection, Entry entry) {
    return WORD_BREAK
        .splitAsStream(notation.trim())
        .map(word -> lemma(word, kind, inflection, entry.language()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /**
   * The lemmas of a word.
   *
   * @param number of its forms
   * @param negated of those that say "not", such as Czech {@code neshazuj}; -1 when it has none
   */
  private record Lemma(int number, int negated) {}

  /** A word without endings is the same in every language, unless one negates it. */
  private Lemma lemma(String word, Sense.Kind kind, Inflection inflection, String language) {
    String own = language + " " + kind + " " + word;
    Lemma known = lemmas.get(own);
    if (known != null) {
      return known;
    }
    List<Stem> stems = inflection.stems(word, kind);
    List<Stem> plain = stems.stream().filter(s -> !negates(s)).map(s -> s.only(0, NOT)).toList();
    List<Stem> negated =
        stems.stream()
            .map(s -> negates(s) ? s : s.only(NOT, NOT))
            .filter(s -> !s.endings().all().isEmpty())
            .toList();
    String key = word.contains("~") ? own : word;
    Lemma lemma =
        new Lemma(number(key, plain), negated.isEmpty() ? -1 : number(own + " not", negated));
    lemmas.put(own, lemma);
    return lemma;
  }

  private static boolean negates(Stem stem) {
    return (stem.senses() & NOT) != 0;
  }

  private int number(String key, List<Stem> stems) {
    Integer number = numbers.get(key);
    if (number == null) {
      number = numbers.size();
      numbers.put(key, number);
      for (Stem stem : stems) {
        forms.add(stem, number);
      }
    }
    return number;
  }

  /** The lemmas that a folded word may be a form of. */
  int[] lemmasOf(String word) {
    if (word.isEmpty() || word.length() > LONGEST_WORD) {
      return NONE;
    }
    var found = new IndexList();
    forms.find(new WordHash(word), 0, word.length(), (slot, _) -> found.add(slot.value()));
    return found.toArray();
  }

  /** Where the phrases are after a first word. */
  List<PhraseTree> beginningWith(int[] lemmas) {
    return root.after(lemmas);
  }

  /** A word that becomes another with a particle, such as {@code take … off}. */
  boolean parts(String word) {
    return beginningWith(lemmasOf(word)).stream().anyMatch(PhraseTree::hasGap);
  }
}
