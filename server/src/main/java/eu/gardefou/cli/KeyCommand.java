package eu.gardefou.cli;

import eu.gardefou.access.Caller;
import eu.gardefou.access.Keys;
import eu.gardefou.access.MachineKey;
import eu.gardefou.access.NewKey;
import eu.gardefou.access.Scope;
import eu.gardefou.database.BriefDatabase;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists and revokes the keys of machines. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, lists and revokes the keys of machines.",
      "Works on the data folder of this installation, whether the gate is running or not."
    },
    synopsisSubcommandLabel = "VERB",
    subcommands = {KeyCommand.Create.class, KeyCommand.Show.class, KeyCommand.Revoke.class})
final class KeyCommand {
  /** Makes a key. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a key and prints it, this once.",
      footer = {"", "Example:", "  ./gardefou key create --name shop --scope gateway,screen"})
  static final class Create extends KeyVerb {
    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What it is for.")
    private String name = "";

    @Option(
        names = "--scope",
        paramLabel = "SCOPE",
        required = true,
        split = ",",
        description = "What it opens: gateway, screen, match, curate, audit, notices.")
    private List<String> scopes = List.of();

    @Override
    public Integer call() {
      Set<Scope> opened = EnumSet.noneOf(Scope.class);
      scopes.forEach(word -> opened.add(Scope.ofWord(word.strip())));
      NewKey made = with(keys -> keys.create(name, opened, Caller.LOCAL));
      say(made.secret());
      warn("Keep it safe: it is not shown again.");
      return 0;
    }
  }

  /** Lists keys. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all keys, the revoked ones too, without their secrets.")
  static final class Show extends KeyVerb {
    @Override
    public Integer call() {
      for (MachineKey key : with(Keys::list)) {
        String opens =
            key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(","));
        String state = key.active() ? "good" : "revoked";
        say(String.join("  ", key.id(), state, opens, key.name()));
      }
      return 0;
    }
  }

  /** Revokes a key. */
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends a key at once and for good.")
  static final class Revoke extends KeyVerb {
    @Parameters(paramLabel = "ID", description = "The 12 digits that 'key list' shows.")
    private String id = "";

    @Override
    public Integer call() {
      boolean revoked = with(keys -> keys.revoke(id));
      if (!revoked) {
        throw new Problem("There is no such key, or it was revoked before.");
      }
      say("Revoked.");
      return 0;
    }
  }

  /** Works on the keys of this installation. */
  abstract static class KeyVerb extends Verb {
    final <T> T with(Function<Keys, T> work) {
      try (BriefDatabase database = BriefDatabase.open(environment())) {
        return work.apply(new Keys(JdbcClient.create(database.dataSource()), Clock.systemUTC()));
      }
    }
  }
}
