package eu.gardefou.prompts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words whose beginning is changed: Irish {@code bhean} for {@code bean}. */
final class Initials {
  private final Map<String, List<Language.Initial>> byLanguage = new HashMap<>();

  void add(Language language) {
    if (!language.initials().isEmpty()) {
      byLanguage.put(language.code(), language.initials());
    }
  }

  /** A word with its beginning as it is in the files of a language. */
  record Change(String language, String word) {}

  /** All that a folded word may have been before its beginning was changed. */
  List<Change> changes(String word) {
    List<Change> changes = new ArrayList<>(0);
    byLanguage.forEach((language, all) -> {
      for (Language.Initial change : all) {
        if (word.startsWith(change.from()) && word.length() > change.from().length()) {
          String rest = word.substring(change.from().length());
          changes.add(new Change(language, change.to() + rest));
        }
      }
    });
    return changes;
  }
}
