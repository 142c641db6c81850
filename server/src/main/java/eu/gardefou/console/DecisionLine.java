package eu.gardefou.console;

import eu.gardefou.evidence.DecisionEntry;
import java.util.List;

/** One decision in the list. */
record DecisionLine(
    String id,
    String at,
    String when,
    String decision,
    String word,
    String kind,
    String stage,
    List<String> rules) {

  static DecisionLine of(DecisionEntry entry, Words words) {
    return new DecisionLine(
        entry.id().toString(),
        entry.at().toString(),
        words.moment(entry.at()),
        entry.decision(),
        words.word("word", entry.decision()),
        words.word("kind", entry.kind()),
        words.word("stage", entry.stage()),
        entry.rules());
  }
}
