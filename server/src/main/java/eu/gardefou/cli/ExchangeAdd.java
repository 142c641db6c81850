package eu.gardefou.cli;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.ExchangeDraft;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an exchange. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Makes an exchange; the gate fetches it from then on.",
    footer = {
      "",
      "Examples:",
      "  ./gardefou exchange add ncmec --api ncmec --bank known-abuse --set environment=NGO",
      "  ./gardefou exchange add ours --api local_file --bank protected-people --set"
          + " filename=ours.csv"
    })
final class ExchangeAdd extends ExchangeVerb {
  @Parameters(paramLabel = "NAME", description = "What it is called here.")
  private String name = "";

  @Option(
      names = "--api",
      paramLabel = "API",
      required = true,
      description = "ncmec, stopncii, fb_threatexchange, arachnid or local_file.")
  private String api = "";

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      required = true,
      description = "Where its entries go.")
  private String bank = "";

  @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "A setting; may be repeated.")
  private Map<String, String> settings = new TreeMap<>();

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      description = "How often it is fetched; 15 by default.")
  private long minutes = ExchangeDraft.USUAL.toMinutes();

  @Override
  public Integer call() {
    ExchangeDraft draft = new ExchangeDraft(name, api, bank, settings, Duration.ofMinutes(minutes));
    with(exchanges -> exchanges.create(draft, Caller.LOCAL));
    say("Made.");
    return 0;
  }
}
