package eu.gardefou.exchanges;

import eu.gardefou.exchanges.arachnid.Arachnid;
import eu.gardefou.exchanges.arachnid.Shield;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.hashing.PdqHash;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks Project Arachnid's Shield whether it knows PDQ hashes. Off unless there is an enabled
 * exchange with the interface {@code arachnid}: then hashes leave this machine, and nothing else
 * does. Whatever keeps it from answering in time is "not assessed", never "no match". Safe for many
 * threads.
 */
public final class ArachnidShield implements AutoCloseable {
  private final Desk desk;
  private final ExchangeTable table;
  private final Progress progress;
  private final Credentials credentials;
  private final Clock clock;
  private final Arachnid peer = new Arachnid();
  private @Nullable Opened opened;
  private @Nullable String lastOutcome;

  ArachnidShield(Desk desk) {
    this.desk = desk;
    this.table = desk.table();
    this.progress = desk.progress();
    this.credentials = desk.credentials();
    this.clock = desk.clock();
  }

  /** What came of a question. */
  public sealed interface Answer {
    /** Nobody has switched it on. */
    record Off() implements Answer {}

    /**
     * There is no answer for every hash.
     *
     * @param why one sentence, without anything secret
     */
    record NotAssessed(String why) implements Answer {}

    /**
     * Every hash was looked up.
     *
     * @param bank the bank that the exchange names, for what is known
     * @param known the source's classification of each hash that it knows, such as {@code csam}
     */
    record Assessed(String bank, Map<PdqHash, String> known) implements Answer {
      /** Keeps its own copy. */
      public Assessed {
        known = Map.copyOf(known);
      }
    }
  }

  private record Opened(Map<String, String> settings, Map<String, String> secrets, Shield shield) {}

  /** Whether somebody has switched it on. */
  public boolean isOn() {
    return table.enabled(peer.api()).isPresent();
  }

  /** Looks up hashes, all or none. */
  public Answer ask(List<PdqHash> hashes) throws InterruptedException {
    Row row = table.enabled(peer.api()).orElse(null);
    if (row == null) {
      return new Answer.Off();
    }
    if (hashes.isEmpty()) {
      return new Answer.NotAssessed("There is no hash to ask about.");
    }
    try {
      Map<PdqHash, String> known = shield(row.exchange()).ask(hashes);
      note(row.name(), null);
      return new Answer.Assessed(desk.bank(row).name(), known);
    } catch (PeerFailure failure) {
      note(row.name(), failure.sentence());
      return new Answer.NotAssessed(failure.sentence());
    } catch (ExchangeProblem problem) {
      note(row.name(), problem.sentence());
      return new Answer.NotAssessed(problem.sentence());
    }
  }

  /** The same one until settings or credentials change, so that connections are used again. */
  private synchronized Shield shield(Exchange exchange) {
    Map<String, String> secrets = credentials.of(exchange.name(), exchange.api());
    Opened before = opened;
    if (before != null
        && before.settings().equals(exchange.settings())
        && before.secrets().equals(secrets)) {
      return before.shield();
    }
    Shield fresh =
        new Shield(
            Filled.of("settings", peer.settings(), exchange.settings()),
            Filled.of("credentials", peer.credentials(), secrets));
    close();
    opened = new Opened(exchange.settings(), secrets, fresh);
    return fresh;
  }

  /** Only what changes is written: there is a question for every picture. */
  private synchronized void note(String name, @Nullable String error) {
    String outcome = name + ": " + error;
    if (Objects.equals(outcome, lastOutcome)) {
      return;
    }
    lastOutcome = outcome;
    if (error == null) {
      progress.succeeded(name, clock.instant());
    } else {
      progress.failed(name, clock.instant(), error);
    }
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.shield().close();
      opened = null;
    }
  }
}
