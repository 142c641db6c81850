package eu.gardefou.prompts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that are in no file, but are made up of words that are. */
final class Compounds {
  private static final int SHORTEST_HEAD = 4;
  private static final int SHORTEST_MODIFIER = 3;
  private static final int LONGEST = 32;
  private static final long VERB_WITH_ZU = Sense.of(Sense.OTHER, Sense.INFINITIVE);

  /** What the head passes on: what it is, and what its ending says. */
  private static final long PASSED_ON = Sense.THINGS | Sense.PREPOSITIONS | Sense.POSSESSIVE.bit();

  private final Lexicon lexicon;
  private final Map<String, List<String>> prefixes = new HashMap<>();
  private final Set<String> compounding = new HashSet<>();

  Compounds(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void add(Language language) {
    if (!language.prefixes().isEmpty()) {
      prefixes.put(language.code(), language.prefixes());
    }
    if (language.compounds()) {
      compounding.add(language.code());
    }
  }

  /** The meanings of a folded word that no file has; empty when it is no compound either. */
  List<Entry> find(String word) {
    if (word.length() <= SHORTEST_HEAD || word.length() > LONGEST) {
      return List.of();
    }
    Entry verb = verbWithZu(word);
    if (verb != null) {
      return List.of(verb);
    }
    return compounding.isEmpty() ? List.of() : head(word);
  }

  /** German {@code anzutasten}: a verb, even when its stem is unknown. */
  private @Nullable Entry verbWithZu(String word) {
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
  private List<Entry> head(String word) {
    var letters = new WordHash(word);
    for (int start = SHORTEST_MODIFIER; start + SHORTEST_HEAD <= word.length(); start++) {
      List<Entry> heads = lexicon.inflected(letters, start, word.length());
      heads.removeIf(head -> !compounding.contains(head.language()));
      if (!heads.isEmpty()) {
        return heads.stream()
            .filter(head -> (head.senses() & Sense.THINGS) != 0)
            .map(head -> Entry.of(head.language(), head.senses() & PASSED_ON))
            .toList();
      }
    }
    return List.of();
  }
}
