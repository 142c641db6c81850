package eu.gardefou.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures, and prints what it measured. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures a part of Gardefou on this machine and prints the figures.",
    synopsisSubcommandLabel = "PART",
    subcommands = {
      BenchCommand.Gate.class,
      BenchHash.class,
      BenchHma.class,
      BenchMatch.class,
      BenchPrompts.class,
      BenchSoak.class
    })
final class BenchCommand {
  /** What the gate adds to a request. */
  @Command(
      name = "gate",
      mixinStandardHelpOptions = true,
      description = {
        "Starts a gate of its own with an empty database and an upstream that answers at once,",
        "sends it requests from this process, and prints how long they took: the gate's own time."
      },
      footer = {
        "",
        "The client runs on the same machine and takes its share of the cores.",
        "Compare ratios within one run; machines differ and neighbours are noisy."
      })
  static final class Gate implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = "--seconds",
        paramLabel = "N",
        defaultValue = "10",
        description = "Length of each measurement, after a warm-up. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
        names = "--cores",
        paramLabel = "N",
        split = ",",
        defaultValue = "1,2",
        description = "How many cores the gate may use. Default: ${DEFAULT-VALUE}")
    private List<Integer> cores = List.of();

    @Option(
        names = "--concurrency",
        paramLabel = "N",
        split = ",",
        defaultValue = "1,8",
        description = "How many requests are under way at once. Default: ${DEFAULT-VALUE}")
    private List<Integer> concurrency = List.of();

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
    Gate() {}

    @Override
    public Integer call() throws Exception {
      atLeastOne("--seconds", List.of(seconds));
      atLeastOne("--cores", cores);
      atLeastOne("--concurrency", concurrency);
      int present = Runtime.getRuntime().availableProcessors();
      if (cores.stream().anyMatch(wanted -> wanted > present)) {
        throw misuse("--cores: this machine has " + present + " to give");
      }
      Path home = Installation.of(spec).home();
      return new GateBench(home, spec.commandLine().getOut(), seconds).run(cores, concurrency);
    }

    private void atLeastOne(String option, List<Integer> numbers) {
      if (numbers.stream().anyMatch(number -> number < 1)) {
        throw misuse(option + " is a whole number from 1 on");
      }
    }

    private ParameterException misuse(String sentence) {
      return new ParameterException(spec.commandLine(), sentence + ".");
    }
  }
}
