package eu.gardefou.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the program starts: one command, its exit code. */
@Command(
    name = "gardefou",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A guard-rail in front of image-making AI.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Also, from the launcher itself:",
      "  test    everything that continuous integration runs"
    },
    subcommands = {
      RunCommand.class,
      ScreenCommand.class,
      HashCommand.class,
      KeyCommand.class,
      PolicyCommand.class,
      BenchCommand.class
    })
public final class Gardefou {
  private Gardefou() {}

  /** Runs one command and ends with its exit code: 0 done, 1 failed, 2 misused. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Gardefou())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, commandLine, _) -> {
          commandLine.getErr().println(sentence(failure));
          return 1;
        });
  }

  private static String sentence(Exception failure) {
    if (failure instanceof Problem) {
      return String.valueOf(failure.getMessage());
    }
    return "It failed: " + failure;
  }
}
