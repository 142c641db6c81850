package eu.gardefou.cli;

import eu.gardefou.database.BriefDatabase;
import eu.gardefou.exchanges.Exchange;
import eu.gardefou.exchanges.ExchangeStatus;
import eu.gardefou.exchanges.Exchanges;
import eu.gardefou.exchanges.OpinionStatus;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists of hashes that others share. */
@Command(
    name = "exchange",
    mixinStandardHelpOptions = true,
    description = {
      "Lists of hashes that others share: NCMEC, StopNCII, ThreatExchange, Arachnid Shield, files.",
      "Works on the data folder of this installation, whether the gate is running or not."
    },
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      ExchangeCommand.Show.class,
      ExchangeAdd.class,
      ExchangeCredentials.class,
      ExchangeCommand.Fetch.class,
      ExchangeCommand.Status.class,
      ExchangeCommand.Allow.class,
      ExchangeCommand.Remove.class
    })
final class ExchangeCommand {
  /** Lists exchanges. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all exchanges: name, interface, bank, whether it is well.")
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
    Show() {}

    @Override
    public Integer call() {
      for (Exchange exchange : with(spec, Exchanges::list)) {
        spec.commandLine()
            .getOut()
            .println(
                String.join(
                    "  ", exchange.name(), exchange.api(), exchange.bank(), state(exchange)));
      }
      return 0;
    }

    private static String state(Exchange exchange) {
      if (!exchange.enabled()) {
        return "off";
      }
      Boolean succeeded = exchange.status().succeeded();
      if (succeeded == null) {
        return "not fetched yet";
      }
      return succeeded ? "well" : "failing";
    }
  }

  /** Fetches an exchange. */
  @Command(
      name = "fetch",
      mixinStandardHelpOptions = true,
      description = "Fetches an exchange here and now, to the end.")
  static final class Fetch implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The exchange.")
    private String name = "";

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
    Fetch() {}

    @Override
    public Integer call() {
      ExchangeStatus status = with(spec, this::fetch).status();
      print(spec, status);
      return status.lastError() == null ? 0 : 1;
    }

    private Exchange fetch(Exchanges exchanges) {
      exchanges.find(name);
      try {
        exchanges.fetchHere(name);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Problem("It was stopped; the next fetch goes on from there.");
      }
      return exchanges.find(name);
    }
  }

  /** Shows how far an exchange is. */
  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Shows how far an exchange is, and what went wrong last.")
  static final class Status implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The exchange.")
    private String name = "";

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
    Status() {}

    @Override
    public Integer call() {
      print(spec, with(spec, exchanges -> exchanges.find(name)).status());
      return 0;
    }
  }

  /** Confirms withdrawals. */
  @Command(
      name = "allow",
      mixinStandardHelpOptions = true,
      description = "Confirms that entries which vanished all at once are to be withdrawn.")
  static final class Allow implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The exchange.")
    private String name = "";

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
    Allow() {}

    @Override
    public Integer call() {
      Exchange exchange = with(spec, exchanges -> exchanges.allowWithdrawals(name));
      spec.commandLine()
          .getOut()
          .println(exchange.status().heldBack() + " entries are withdrawn with the next fetch.");
      return 0;
    }
  }

  /** Ends an exchange. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Ends an exchange and withdraws its entries; they stay on record.")
  static final class Remove implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The exchange.")
    private String name = "";

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
    Remove() {}

    @Override
    public Integer call() {
      with(spec, this::remove);
      spec.commandLine().getOut().println("Removed.");
      return 0;
    }

    private boolean remove(Exchanges exchanges) {
      exchanges.delete(name);
      try {
        return exchanges.fetchHere(name).isEmpty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Problem("It was stopped; the gate goes on with it.");
      }
    }
  }

  private static void print(CommandSpec spec, ExchangeStatus status) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Entries        " + status.items());
    out.println("Last success   " + or(status.lastSuccess(), "never"));
    out.println("Known up to    " + or(status.checkpoint(), "not told"));
    out.println("Skipped        " + status.skipped() + " " + or(status.lastSkipped(), ""));
    if (status.heldBack() > 0) {
      out.println("Held back      " + status.heldBack());
    }
    out.println("Last error     " + or(status.lastError(), "none"));
    OpinionStatus opinions = status.opinions();
    if (opinions.last() != null) {
      out.println(
          "Opinions       "
              + opinions.refused()
              + " refused, "
              + opinions.waiting()
              + " to be tried again: "
              + opinions.last());
    }
  }

  private static String or(@Nullable Object value, String other) {
    return value == null ? other : value.toString();
  }

  static <T> T with(CommandSpec spec, Function<Exchanges, T> work) {
    Environment environment = Installation.of(spec).environment();
    try (BriefDatabase database = BriefDatabase.open(environment)) {
      return work.apply(Exchanges.in(database.dataSource(), environment, Clock.systemUTC()));
    }
  }
}
