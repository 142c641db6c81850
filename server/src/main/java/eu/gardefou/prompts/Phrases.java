package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The phrases of all languages. Each word of a phrase is a lemma, a stem with its endings, so that
 * {@code tak~ … off} is one path for all its forms.
 */
final class Phrases {
  private static final Pattern WORD_BREAK = Pattern.compile("[ '’-]+");
  private static final int LONGEST_WORD = 64;
  private static final int[] NONE = {};

  private final StemTable<Integer> lemmas = new StemTable<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final PhraseTree root = new PhraseTree();

  static boolean isPhrase(String notation) {
    return WORD_BREAK.matcher(notation).find() || notation.contains("…");
  }

  void add(String notation, Sense.Kind kind, Inflection inflection, Entry entry) {
    int gap = notation.indexOf('…');
    if (gap < 0) {
      root.add(lemmas(notation, kind, inflection, entry), entry);
      return;
    }
    String last = notation.substring(gap + 1).trim();
    boolean alone = last.endsWith(".");
    List<Integer> words = lemmas(notation.substring(0, gap), kind, inflection, entry);
    int particle =
        lemmas(alone ? last.substring(0, last.length() - 1) : last, kind, inflection, entry)
            .getFirst();
    root.addWithGap(words, particle, alone, entry);
    if (!alone) {
      List<Integer> together = new ArrayList<>(words);
      together.add(particle);
      root.add(together, entry);
    }
  }

  private List<Integer> lemmas(
      String notation, Sense.Kind kind, Inflection inflection, Entry entry) {
    return WORD_BREAK
        .splitAsStream(notation.trim())
        .map(word -> lemma(word, kind, inflection, entry.language()))
        .toList();
  }

  /** The number of a lemma; a word without endings is the same in every language. */
  private int lemma(String word, Sense.Kind kind, Inflection inflection, String language) {
    String key = word.contains("~") ? language + " " + kind + " " + word : word;
    Integer number = numbers.get(key);
    if (number == null) {
      number = numbers.size();
      numbers.put(key, number);
      for (Stem stem : inflection.stems(word, kind)) {
        lemmas.add(stem, number);
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
    lemmas.find(new WordHash(word), 0, word.length(), (slot, _) -> found.add(slot.value()));
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
