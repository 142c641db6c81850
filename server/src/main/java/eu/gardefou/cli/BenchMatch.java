package eu.gardefou.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast banks of hashes are searched. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Searches made-up banks of PDQ hashes on one core, evenly spread ones and skewed ones,",
      "beside FAISS where /usr/bin/python3 has it, and prints one table."
    },
    footer = {
      "",
      "The peer gets the same hashes and the same queries. Exit code 1 when an answer differs.",
      "10m takes about ten minutes and 6 GB of memory. What does not fit is left out."
    })
final class BenchMatch implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--size",
      paramLabel = "N",
      split = ",",
      defaultValue = "1m,10m",
      converter = BankSize.Converter.class,
      description = "How many hashes, such as 500k or 10m. Default: ${DEFAULT-VALUE}")
  private List<BankSize> sizes = List.of();

  @Option(
      names = "--peers",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether FAISS is asked as well. Default: ${DEFAULT-VALUE}")
  private boolean peers;

  @Option(names = "--quick", description = "A first look: shorter, with less certain figures.")
  private boolean quick;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  BenchMatch() {}

  @Override
  public Integer call() throws Exception {
    String list =
        sizes.stream().map(size -> String.valueOf(size.hashes())).collect(Collectors.joining(","));
    return new BenchmarkProcess(Installation.of(spec).home(), spec.commandLine().getOut())
        .runOnOneCore(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=90",
                "--sun-misc-unsafe-memory-access=allow"),
            "MatchBench",
            List.of(list, peers ? "peers" : "alone", quick ? "quick" : "full"));
  }
}
