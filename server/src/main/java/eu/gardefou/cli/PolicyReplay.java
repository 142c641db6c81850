package eu.gardefou.cli;

import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.screening.Replay;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges past decisions by another policy. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Says what a policy would have decided on past decisions, from their signals on record.",
      "Reads only, and page by page. The country and the surface are those of then."
    },
    footer = {
      "",
      "Example:",
      "  ./gardefou policy replay --since 2026-01-01 my-policy.yaml",
      "",
      "Exit code 0 when all was read, 1 when it could not be; with --no-laxer 3 when some decision",
      "would be laxer or could not be judged."
    })
final class PolicyReplay extends PastVerb {
  @Parameters(paramLabel = "FILE", description = "The policy in YAML.")
  private Path file = Path.of("");

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = {
        "For decisions of earlier versions, which did not record it.",
        "Default: the one of this installation (GARDEFOU_SCREEN_COUNTRY)."
      })
  private @Nullable String country;

  @Override
  Replay replay(int shown) {
    Policy policy = Policies.load(file);
    String own = environment().getProperty("gardefou.screen.country", "");
    String where = country != null ? country : own;
    return Replay.with(policy, where.isBlank() ? null : where, shown);
  }
}
