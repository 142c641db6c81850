package eu.gardefou.prompts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects findings, less those that are in doubt; of equal ones it keeps the strongest. */
final class Findings {
  private static final Comparator<PromptFinding> STRONGEST_FIRST =
      Comparator.comparingDouble(PromptFinding::strength)
          .reversed()
          .thenComparing(PromptFinding::concept)
          .thenComparing(PromptFinding::rule)
          .thenComparing(PromptFinding::reading);

  private final Doubt doubt;
  private final Map<Key, PromptFinding> strongest = new HashMap<>();

  Findings(Doubt doubt) {
    this.doubt = doubt;
  }

  private record Key(Concept concept, String rule, String reading) {}

  /** Adds what a rule found at these units; the first names the language. */
  void add(Concept concept, double strength, String rule, Passage p, long senses, int... units) {
    String language = p.unit(units[0]).languageOf(senses);
    String reading = readingOf(p, units);
    boolean plain = reading.equals(Reading.PLAIN);
    add(
        concept,
        plain ? doubt.weigh(concept, strength, language, p, units) : strength,
        rule,
        language,
        reading);
  }

  void add(Concept concept, double strength, String rule, String language, String reading) {
    var finding = new PromptFinding(concept, strength, language + ":" + rule, language, reading);
    strongest.merge(
        new Key(concept, finding.rule(), reading),
        finding,
        (old, added) -> old.strength() >= added.strength() ? old : added);
  }

  List<PromptFinding> strongestFirst() {
    return strongest.values().stream().sorted(STRONGEST_FIRST).toList();
  }

  /** A respelled word names its reading; otherwise the passage does. */
  private static String readingOf(Passage p, int... units) {
    if (p.reading().equals(Reading.PLAIN)) {
      for (int unit : units) {
        String repair = p.unit(unit).token().repair();
        if (repair != null) {
          return repair;
        }
      }
    }
    return p.reading();
  }
}
