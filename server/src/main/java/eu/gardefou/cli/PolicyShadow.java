package eu.gardefou.cli;

import eu.gardefou.screening.Replay;
import picocli.CommandLine.Command;

/** Sums up what the policy on trial said. */
@Command(
    name = "shadow",
    mixinStandardHelpOptions = true,
    description = {
      "Sums up what the policy on trial (GARDEFOU_POLICY_SHADOW) decided beside the live one.",
      "Reads only, and page by page."
    },
    footer = {"", "Example:", "  ./gardefou policy shadow --since 2026-11-01"})
final class PolicyShadow extends PastVerb {
  @Override
  Replay replay(int shown) {
    return Replay.ofShadow(shown);
  }
}
