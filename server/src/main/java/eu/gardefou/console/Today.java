package eu.gardefou.console;

import eu.gardefou.policy.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many decisions of each kind a day brought.
 *
 * @param day ISO 8601
 */
record Today(String sentence, String day, List<Count> counts) {
  /**
   * Of one kind.
   *
   * @param figure in the reader's notation
   */
  record Count(String decision, String word, String figure) {}

  static Today of(LocalDate day, Map<String, Long> counts, Words words) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Count> lines =
        Stream.of(Decision.values())
            .map(Decision::word)
            .map(decision ->
                new Count(
                    decision,
                    words.word("word", decision),
                    words.say("figure", counts.getOrDefault(decision, 0L))))
            .toList();
    return new Today(words.say("overview.today.sentence", all), day.toString(), lines);
  }
}
