package eu.gardefou.cli;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.Exchange;
import eu.gardefou.exchanges.Exchanges;
import picocli.CommandLine.Command;

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
      ExchangeCommand.Pause.class,
      ExchangeCommand.Resume.class,
      ExchangeCommand.StartOver.class,
      ExchangeCommand.Allow.class,
      ExchangeCommand.Remove.class
    })
final class ExchangeCommand {
  /** Lists exchanges. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all exchanges: name, interface, bank, whether it is well.")
  static final class Show extends ExchangeVerb {
    @Override
    public Integer call() {
      for (Exchange exchange : with(Exchanges::list)) {
        say(String.join("  ", exchange.name(), exchange.api(), exchange.bank(), state(exchange)));
      }
      return 0;
    }

    private static String state(Exchange exchange) {
      if (!exchange.enabled()) {
        return "paused";
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
  static final class Fetch extends OneExchange {
    @Override
    public Integer call() {
      Exchange fetched =
          with(exchanges -> {
            exchanges.find(name());
            fetch(exchanges, "It was stopped; the next fetch goes on from there.");
            return exchanges.find(name());
          });
      show(fetched);
      return fetched.status().lastError() == null ? 0 : 1;
    }
  }

  /** Shows how far an exchange is. */
  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Shows how far an exchange is, and what went wrong last.")
  static final class Status extends OneExchange {
    @Override
    public Integer call() {
      show(with(exchanges -> exchanges.find(name())));
      return 0;
    }
  }

  /** Pauses an exchange. */
  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = {
        "Stops to fetch an exchange, and keeps what it told: its entries go on matching.",
        "What its source takes back meanwhile is not heard until it is resumed."
      })
  static final class Pause extends OneExchange {
    @Override
    public Integer call() {
      Exchange paused = with(exchanges -> exchanges.enable(name(), false, Caller.LOCAL));
      say(
          "Paused. Its "
              + paused.status().items()
              + " entries go on matching; what its source takes back is not heard until 'resume'.");
      return 0;
    }
  }

  /** Resumes an exchange. */
  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Fetches a paused exchange again, from where it was.")
  static final class Resume extends OneExchange {
    @Override
    public Integer call() {
      with(exchanges -> exchanges.enable(name(), true, Caller.LOCAL));
      say("Resumed. The gate fetches it within a minute, from where it was.");
      return 0;
    }
  }

  /** Has everything told anew. */
  @Command(
      name = "start-over",
      mixinStandardHelpOptions = true,
      description = {
        "Has everything told anew with the next fetch. What is not told then is withdrawn, unless",
        "it is a great part: that waits for 'allow'. Until then all entries go on matching."
      })
  static final class StartOver extends OneExchange {
    @Override
    public Integer call() {
      with(exchanges -> exchanges.startOver(name()));
      say("The next fetch begins from nothing. All entries go on matching meanwhile.");
      return 0;
    }
  }

  /** Confirms withdrawals. */
  @Command(
      name = "allow",
      mixinStandardHelpOptions = true,
      description = "Confirms that entries which vanished all at once are to be withdrawn.")
  static final class Allow extends OneExchange {
    @Override
    public Integer call() {
      Exchange exchange = with(exchanges -> exchanges.allowWithdrawals(name()));
      say(exchange.status().heldBack() + " entries are withdrawn with the next fetch.");
      return 0;
    }
  }

  /** Ends an exchange. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Ends an exchange and withdraws its entries; they stay on record.")
  static final class Remove extends OneExchange {
    @Override
    public Integer call() {
      with(exchanges -> {
        exchanges.delete(name());
        return fetch(exchanges, "It was stopped; the gate goes on with it.");
      });
      say("Removed.");
      return 0;
    }
  }
}
