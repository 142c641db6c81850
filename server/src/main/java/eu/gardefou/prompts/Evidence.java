package eu.gardefou.prompts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How much the words of a text speak for each language. */
final class Evidence {
  private static final double SHARE_OF_ACTIVE = 0.5;
  private static final double BY_FAR = 1.25;

  /** Letters from which on a longer word says no more of its language. */
  private static final int TELLING = 5;

  /** A single letter may be the rest of anything. */
  private static final double LETTER = 0.02;

  private final Map<Spelling, Set<String>> languages = new HashMap<>();

  private final Map<String, Double> scores = new HashMap<>();

  /** A word speaks for a language the more, the fewer languages have it and the longer it is. */
  void add(Token word, List<Entry> entries) {
    Set<String> those =
        languages.computeIfAbsent(
            new Spelling(word.letters(), word.text()), _ -> languages(entries, word.letters()));
    int length = word.text().length();
    double telling = length == 1 ? LETTER : (double) Math.min(length, TELLING) / TELLING;
    double weight = telling / those.size();
    for (String language : those) {
      scores.merge(language, weight, Double::sum);
    }
  }

  private record Spelling(String letters, String text) {}

  /** The languages that write it just so; if none does, all that have it. */
  private static Set<String> languages(List<Entry> entries, String written) {
    Set<String> exact = writing(entries, written);
    return exact.isEmpty() ? writing(entries, "") : exact;
  }

  private static Set<String> writing(List<Entry> entries, String written) {
    return entries.stream()
        .filter(entry -> written.isEmpty() || entry.written().equals(written))
        .map(Entry::language)
        .filter(language -> !language.equals(Entry.ANY))
        .collect(Collectors.toSet());
  }

  /** How much it speaks for the language for which it speaks most. */
  double most() {
    return scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** The language for which it speaks most; {@code any} when it speaks for none. */
  String best() {
    return scores.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(Entry.ANY);
  }

  /** The likeliest language by far; {@code any} when there is none. */
  String likeliest() {
    String likeliest = Entry.ANY;
    double most = 0;
    double second = 0;
    for (Map.Entry<String, Double> score : scores.entrySet()) {
      if (score.getValue() > most) {
        second = most;
        most = score.getValue();
        likeliest = score.getKey();
      } else {
        second = Math.max(second, score.getValue());
      }
    }
    return most >= BY_FAR * second ? likeliest : Entry.ANY;
  }

  Set<String> active() {
    double most = most();
    Set<String> active = new HashSet<>(Set.of(Entry.ANY));
    scores.forEach((language, score) -> {
      if (score >= SHARE_OF_ACTIVE * most) {
        active.add(language);
      }
    });
    return active;
  }
}
