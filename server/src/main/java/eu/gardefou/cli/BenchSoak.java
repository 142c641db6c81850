package eu.gardefou.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a large bank can be served, changed and rebuilt at the same time. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    description = {
      "Serves, changes and rebuilds one large bank for minutes, checks every answer, and prints",
      "how long queries took, what was wrong and how much memory it had."
    },
    footer = {
      "",
      "Exit code 1 when an answer is wrong, a query takes more than 50 ms, or ten million",
      "hashes need more than 2.5 GB."
    })
final class BenchSoak implements Callable<Integer> {
  /** Beside the hashes: the collector's room, logs of changes. */
  private static final int FIXED_MEGABYTES = 519;

  private static final int BYTES_A_HASH = 190;

  @Spec private CommandSpec spec;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "10",
      description = "For how long. Default: ${DEFAULT-VALUE}")
  private int minutes;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "10m",
      converter = BankSize.Converter.class,
      description = "How many hashes, such as 500k or 10m. Default: ${DEFAULT-VALUE}")
  private BankSize size = new BankSize(1);

  @Option(
      names = "--readers",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many threads ask without a pause. Default: ${DEFAULT-VALUE}")
  private int readers;

  @Option(
      names = "--writes",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many changes there are a second. Default: ${DEFAULT-VALUE}")
  private int writes;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  BenchSoak() {}

  @Override
  public Integer call() throws Exception {
    atLeastOne("--minutes", minutes);
    atLeastOne("--readers", readers);
    atLeastOne("--writes", writes);
    long heap = FIXED_MEGABYTES + (((long) size.hashes() * BYTES_A_HASH) >> 20);
    // Collected earlier than it must be, so that nobody waits for memory while tables are built.
    long soft = heap - heap / 7;
    return new BenchmarkProcess(Installation.of(spec).home(), spec.commandLine().getOut())
        .run(
            List.of("-Xmx" + heap + "m", "-XX:SoftMaxHeapSize=" + soft + "m", "-XX:+UseZGC"),
            "SoakBench",
            List.of(
                String.valueOf(size.hashes()),
                String.valueOf(minutes * 60L),
                String.valueOf(readers),
                String.valueOf(writes)));
  }

  private void atLeastOne(String option, int number) {
    if (number < 1) {
      throw new ParameterException(spec.commandLine(), option + " is a whole number from 1 on.");
    }
  }
}
