package eu.gardefou.cli;

import ch.qos.logback.classic.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
      ExchangeCommand.class,
      LinkCommand.class,
      LineageCommand.class,
      PolicyCommand.class,
      ModelCommand.class,
      BenchCommand.class
    })
public final class Gardefou {
  private final Installation installation;

  private Gardefou(Installation installation) {
    this.installation = installation;
  }

  /** Runs one command and ends with its exit code: 0 done, 1 failed, 2 misused. */
  public static void main(String[] arguments) {
    quieten();
    System.exit(commandLine(Installation.here()).execute(arguments));
  }

  static CommandLine commandLine(Installation installation) {
    return new CommandLine(new Gardefou(installation))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, commandLine, _) -> {
          commandLine.getErr().println(sentence(failure));
          return 1;
        });
  }

  Installation installation() {
    return installation;
  }

  /**
   * Answers go to standard output; a library's remarks must not. 'run' has a log file of its own.
   */
  private static void quieten() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.ERROR);
    }
  }

  /**
   * Our own exceptions carry sentences for people; others carry their class, which helps somebody
   * else.
   */
  private static String sentence(Exception failure) {
    if (failure.getClass().getName().startsWith("eu.gardefou.")) {
      return String.valueOf(failure.getMessage());
    }
    return "It failed: " + failure;
  }
}
