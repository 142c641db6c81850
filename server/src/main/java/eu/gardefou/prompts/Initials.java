package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words whose beginning is changed: Irish {@code bhean} for {@code bean}. */
final class Initials {
  private final Map<String, List<Language.Initial>> byLanguage = new HashMap<>();
  private final Map<Character, List<Rule>> byFirst = new HashMap<>();

  void add(Language language) {
    if (!language.initials().isEmpty()) {
      byLanguage.put(language.code(), language.initials());
      byFirst.clear();
      byLanguage.forEach((code, all) -> all.forEach(change -> put(code, change)));
    }
  }

  private void put(String language, Language.Initial change) {
    byFirst
        .computeIfAbsent(change.from().charAt(0), _ -> new ArrayList<>(1))
        .add(new Rule(language, change));
  }

  private record Rule(String language, Language.Initial change) {}

  /** A word with its beginning as it is in the files of a language. */
  record Change(String language, String word) {}

  /** All that a folded word may have been before its beginning was changed. */
  List<Change> changes(String word) {
    List<Rule> rules = word.isEmpty() ? null : byFirst.get(word.charAt(0));
    if (rules == null) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>(rules.size());
    for (Rule rule : rules) {
      String from = rule.change().from();
      if (word.startsWith(from) && word.length() > from.length()) {
        String rest = word.substring(from.length());
        changes.add(new Change(rule.language(), rule.change().to() + rest));
      }
    }
    return changes;
  }
}
