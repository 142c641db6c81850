package eu.gardefou.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast platforms are answered that speak Hasher-Matcher-Actioner. */
@Command(
    name = "hma",
    mixinStandardHelpOptions = true,
    description = {
      "Fills a bank of a gate of its own, asks it over HTTP as Hasher-Matcher-Actioner's clients",
      "do, checks every answer, and prints how long they took."
    },
    footer = {
      "",
      "The client runs on the same machine and takes its share of the cores.",
      "10m takes about ten minutes and 8 GB of disk. Exit code 1 when an answer is wrong."
    })
final class BenchHma implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "1m",
      converter = BankSize.Converter.class,
      description = "How many hashes, such as 500k or 10m. Default: ${DEFAULT-VALUE}")
  private BankSize size = new BankSize(1);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Length of each measurement, after a warm-up. Default: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many connections ask at once. Default: ${DEFAULT-VALUE}")
  private int connections;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  BenchHma() {}

  @Override
  public Integer call() throws Exception {
    if (seconds < 1 || connections < 1 || connections > 1_000) {
      throw new ParameterException(
          spec.commandLine(), "--seconds is from 1 on, and --connections 1 to 1000.");
    }
    return new HmaBench(
            Installation.of(spec).home(), spec.commandLine().getOut(), seconds, connections)
        .run(size.hashes());
  }
}
