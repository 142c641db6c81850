package eu.gardefou.cli;

import eu.gardefou.database.BriefDatabase;
import eu.gardefou.lineage.Lineage;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is remembered of earlier pictures and requests. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    description = "Looks after what is remembered of earlier pictures and requests.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = LineageCommand.Forget.class)
final class LineageCommand {
  /** Erasure, when somebody has a right to it. */
  @Command(
      name = "forget",
      mixinStandardHelpOptions = true,
      description = {
        "Forgets all pictures that go back to the same beginning as those of a decision, and the",
        "requests about them: hashes, keyed digests and scores. The decisions stay on record.",
        "Works on the data folder of this installation, whether the gate is running or not."
      },
      footer = {
        "",
        "What was refused about them no longer counts either: look at the decision before.",
        "",
        "Example:",
        "  ./gardefou lineage forget 01a20748-b0a2-77ea-b550-fc980a79df56"
      })
  static final class Forget implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DECISION", description = "The decision's identifier.")
    private UUID decision = new UUID(0, 0);

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
    Forget() {}

    @Override
    public Integer call() {
      try (BriefDatabase database = BriefDatabase.open(Installation.of(spec).environment())) {
        int pictures = new Lineage(JdbcClient.create(database.dataSource())).forget(decision);
        spec.commandLine()
            .getOut()
            .println(
                pictures == 0
                    ? "No picture of that decision is remembered."
                    : "Forgotten: " + pictures + (pictures == 1 ? " picture." : " pictures."));
        spec.commandLine().getOut().flush();
        return pictures == 0 ? 1 : 0;
      }
    }
  }
}
