package eu.gardefou.cli;

import eu.gardefou.exchanges.Exchange;
import eu.gardefou.exchanges.ExchangeStatus;
import eu.gardefou.exchanges.Exchanges;
import eu.gardefou.exchanges.OpinionStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Works on one exchange. */
abstract class OneExchange extends ExchangeVerb {
  @Parameters(paramLabel = "NAME", description = "The exchange.")
  private String name = "";

  final String name() {
    return name;
  }

  /** Fetches it to the end; nothing when it was being removed. */
  final Optional<Exchange> fetch(Exchanges exchanges, String stopped) {
    try {
      return exchanges.fetchHere(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(stopped);
    }
  }

  final void show(Exchange exchange) {
    ExchangeStatus status = exchange.status();
    if (!exchange.enabled()) {
      say("Paused         " + or(status.pausedAt(), "") + " " + or(status.pausedBy(), ""));
    }
    say("Entries        " + status.items());
    say("Last success   " + or(status.lastSuccess(), "never"));
    say("Known up to    " + or(status.checkpoint(), "not told"));
    say("Skipped        " + status.skipped() + " " + or(status.lastSkipped(), ""));
    if (status.heldBack() > 0) {
      say("Held back      " + status.heldBack());
    }
    say("Last error     " + or(status.lastError(), "none"));
    OpinionStatus opinions = status.opinions();
    if (opinions.last() != null) {
      String counts = opinions.refused() + " refused, " + opinions.waiting() + " to be tried again";
      say("Opinions       " + counts + ": " + opinions.last());
    }
  }

  private static String or(@Nullable Object value, String other) {
    return value == null ? other : value.toString();
  }
}
