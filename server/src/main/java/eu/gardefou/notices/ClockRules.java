package eu.gardefou.notices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The table of clocks.
 *
 * @param rules in the order of the file
 */
record ClockRules(List<ClockRule> rules) {
  private static final String OURS = "/notices/clocks.yaml";

  ClockRules {
    rules = List.copyOf(rules);
  }

  /** The one that comes with the program. */
  static ClockRules ours() {
    try (InputStream file =
        Objects.requireNonNull(ClockRules.class.getResourceAsStream(OURS), OURS)) {
      return ClockRulesFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that run for a notice, by the law of that day. */
  List<ClockRule> of(Notice notice, Completeness completeness, Instant receivedAt) {
    return rules.stream()
        .filter(rule -> rule.holdsAt(receivedAt) && rule.isFor(notice, completeness))
        .toList();
  }
}
