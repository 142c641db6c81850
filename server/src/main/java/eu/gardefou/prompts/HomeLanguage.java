package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the language for which the words of a text speak most. */
final class HomeLanguage {
  private final Words words;
  private final Evidence evidence;
  private final Map<String, List<Evidence.Weight>> repeated = new HashMap<>();

  private HomeLanguage(Words words) {
    this.words = words;
    evidence = new Evidence(words.lexicon());
  }

  /** Its code; the words are read with and without their repeats. */
  static String of(List<Chunk> chunks, Words words) {
    var home = new HomeLanguage(words);
    for (Chunk chunk : chunks) {
      if (chunk.isPlain()) {
        chunk.tokens().forEach(home::add);
      }
    }
    return home.evidence.best();
  }

  private void add(Token word) {
    evidence.add(weight(word));
    if (Repeats.in(word.text())) {
      repeated.computeIfAbsent(word.text(), this::shorter).forEach(evidence::add);
    }
  }

  private List<Evidence.Weight> shorter(String word) {
    List<Evidence.Weight> weights = new ArrayList<>();
    for (String shorter : Repeats.shorter(word)) {
      weights.add(weight(Token.plain(shorter, Gap.NONE)));
    }
    return weights;
  }

  private Evidence.Weight weight(Token word) {
    List<Entry> entries = words.stored(word.text());
    return entries.isEmpty()
        ? Evidence.Weight.NONE
        : Evidence.weigh(word, entries, words.lexicon());
  }
}
