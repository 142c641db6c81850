package eu.gardefou.cli;

import eu.gardefou.access.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets credentials. */
@Command(
    name = "credentials",
    mixinStandardHelpOptions = true,
    description = {
      "Sets the credentials for all exchanges of an interface; none clears them.",
      "Reads one FIELD=VALUE a line from a file or from standard input, never from the command"
          + " line. They are sealed and not shown again."
    },
    footer = {"", "Example:", "  ./gardefou exchange credentials ncmec < ncmec.secret"})
final class ExchangeCredentials implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "API", description = "The interface, such as ncmec.")
  private String api = "";

  @Option(names = "--file", paramLabel = "FILE", description = "Instead of standard input.")
  private Optional<Path> file = Optional.empty();

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  ExchangeCredentials() {}

  @Override
  public Integer call() {
    Map<String, String> values = new TreeMap<>();
    for (String line : lines()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (!line.isBlank()) {
        throw new Problem("A line of the credentials is not FIELD=VALUE.");
      }
    }
    ExchangeCommand.with(
        spec,
        exchanges -> {
          exchanges.setCredentials(api, values, Caller.LOCAL);
          return true;
        });
    spec.commandLine().getOut().println(values.isEmpty() ? "Cleared." : "Set.");
    return 0;
  }

  private List<String> lines() {
    try {
      return file.isPresent()
          ? Files.readAllLines(file.get())
          : new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
              .lines()
              .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Problem("The credentials cannot be read.");
    }
  }
}
