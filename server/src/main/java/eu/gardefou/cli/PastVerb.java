package eu.gardefou.cli;

import eu.gardefou.database.BriefDatabase;
import eu.gardefou.evidence.PastDecisions;
import eu.gardefou.screening.Comparison;
import eu.gardefou.screening.Replay;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Compares past decisions with what another policy says of them. */
abstract class PastVerb extends Verb {
  private static final int LAXER = 3;
  private static final int MOST_SHOWN = 1_000;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      required = true,
      description = "A day such as 2026-01-01 (UTC), or a time such as 2026-01-01T08:00:00Z.")
  private String since = "";

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Up to here, exclusive. Default: now.")
  private @Nullable String until;

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "How many identifiers of each change to print; default ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int shown;

  @Option(names = "--no-laxer", description = "Ends with 3 when something would be laxer.")
  private boolean noLaxer;

  @Option(names = "--json", description = "Prints all of it as JSON.")
  private boolean json;

  /** What is compared. */
  abstract Replay replay(int shown);

  @Override
  public final Integer call() {
    Instant from = time("--since", since);
    Instant to = until == null ? Clock.systemUTC().instant() : time("--until", until);
    if (shown < 0 || shown > MOST_SHOWN) {
      throw new Problem("--show is a number from 0 to " + MOST_SHOWN + ".");
    }
    if (!from.isBefore(to)) {
      throw new Problem("--since is before --until.");
    }
    Replay replay = replay(shown);
    try (BriefDatabase database = BriefDatabase.open(environment())) {
      new PastDecisions(database.dataSource()).each(from, to, replay::add);
    }
    Comparison comparison = replay.comparison();
    if (json) {
      say(
          JsonMapper.shared()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(comparison.json()));
    } else {
      print(comparison);
    }
    boolean doubtful = comparison.laxer() > 0 || comparison.judged() < comparison.read();
    return noLaxer && doubtful ? LAXER : 0;
  }

  private void print(Comparison comparison) {
    say("decisions  " + comparison.read());
    say("compared   " + comparison.judged());
    say("same       " + comparison.same() + " (by other rules: " + comparison.otherRules() + ")");
    say("stricter   " + comparison.stricter());
    say("laxer      " + comparison.laxer());
    comparison
        .transitions()
        .forEach((transition, examples) -> {
          say(examples.count() + "  " + transition.from().word() + " -> " + transition.to().word());
          for (UUID id : examples.ids()) {
            say("     " + id);
          }
        });
    each("rule begins: ", comparison.begins());
    each("rule ends: ", comparison.ends());
    each("not compared: ", comparison.left());
    each("older shape: ", comparison.older());
  }

  private void each(String what, Map<String, Long> counts) {
    counts.forEach((name, count) -> say(count + "  " + what + name));
  }

  private static Instant time(String option, String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException unreadable) {
      throw new Problem(
          option + " is a day such as 2026-01-01, or a time such as 2026-01-01T08:00:00Z.");
    }
  }
}
