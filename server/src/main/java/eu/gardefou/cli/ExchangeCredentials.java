package eu.gardefou.cli;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.Exchanges;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets credentials. */
@Command(
    name = "credentials",
    mixinStandardHelpOptions = true,
    description = {
      "Sets the credentials for all exchanges of an interface; none clears them.",
      "Reads one FIELD=VALUE a line from a file or from standard input, never from the command"
          + " line. They are sealed and not shown again. New ones for a key that expired lose nothing:",
      "the next fetch goes on from where it was."
    },
    footer = {
      "",
      "Examples:",
      "  ./gardefou exchange credentials ncmec < ncmec.secret",
      "  ./gardefou exchange credentials ncmec --exchange second --file second.secret"
    })
final class ExchangeCredentials extends ExchangeVerb {
  @Parameters(paramLabel = "API", description = "The interface, such as ncmec.")
  private String api = "";

  @Option(
      names = "--exchange",
      paramLabel = "NAME",
      description = "For this exchange only; they come before those of its interface.")
  private Optional<String> exchange = Optional.empty();

  @Option(names = "--file", paramLabel = "FILE", description = "Instead of standard input.")
  private Optional<Path> file = Optional.empty();

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
    with(exchanges -> set(exchanges, values));
    say(
        values.isEmpty()
            ? "Cleared."
            : "Set. Whatever waits for them is fetched from where it was.");
    return 0;
  }

  private boolean set(Exchanges exchanges, Map<String, String> values) {
    if (exchange.isEmpty()) {
      exchanges.setCredentials(api, values, Caller.LOCAL);
      return true;
    }
    String theirs = exchanges.find(exchange.get()).api();
    if (!theirs.equals(api)) {
      throw new Problem("The interface of this exchange is " + theirs + ".");
    }
    exchanges.setCredentialsOf(exchange.get(), values, Caller.LOCAL);
    return true;
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
