package eu.gardefou.exchanges;

import eu.gardefou.exchanges.peer.Change;
import eu.gardefou.exchanges.peer.Checkpoint;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.Page;
import eu.gardefou.exchanges.peer.Peer;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.Source;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.Incoming;
import eu.gardefou.matching.Metadata;
import eu.gardefou.matching.NewEntry;
import eu.gardefou.matching.Signal;
import eu.gardefou.matching.SignalType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cycle of one exchange: page by page to the end, then what is gone, then opinions.
 *
 * <p>A page's changes and the checkpoint behind it are one transaction: whenever the machine stops,
 * the next cycle goes on behind the last whole page. A page is kept only when nobody else moved the
 * exchange since it was asked for, so two nodes that fetch at once harm nothing.
 */
final class Cycle {
  /** More PDQ hashes of one entry are not taken. */
  private static final int MOST_HASHES = 8;

  private static final int MOST_SIGNALS = 90;

  private static final Logger log = LoggerFactory.getLogger(Cycle.class);
  private static final int MOST_PAGES = 100_000;

  private final Desk desk;
  private final Ending ending;
  private final Mail mail;

  Cycle(Desk desk) {
    this.desk = desk;
    this.ending = new Ending(desk);
    this.mail = new Mail(desk);
  }

  /**
   * Runs it; what goes wrong is in the exchange's status afterwards.
   *
   * @return how long to wait until the next; nothing when it is gone, or is not to be fetched
   */
  Optional<Duration> run(String name) throws InterruptedException {
    Row row = desk.table().find(name).orElse(null);
    if (row == null) {
      return Optional.empty();
    }
    if (row.leaving()) {
      ending.leave(row);
      return Optional.empty();
    }
    if (!row.exchange().enabled() || !desk.peers().of(row.exchange().api()).fetched()) {
      return Optional.empty();
    }
    Duration pause = fetch(row);
    boolean leaving = desk.table().find(name).map(Row::leaving).orElse(true);
    return Optional.of(leaving ? Duration.ZERO : pause);
  }

  private Duration fetch(Row row) throws InterruptedException {
    desk.progress().begin(row.name(), desk.clock().instant());
    try {
      desk.bank(row);
      if (!read(row)) {
        desk.progress().stopped(row.name());
        return Duration.ZERO;
      }
      desk.progress().succeeded(row.name(), desk.clock().instant());
      return row.exchange().every();
    } catch (PeerFailure failure) {
      log.warn("{}: {}", row.name(), failure.sentence());
      failed(row, failure.sentence());
      return Patience.after(failure, row);
    } catch (BankProblem | ExchangeProblem problem) {
      failed(row, String.valueOf(problem.getMessage()));
      return row.exchange().every();
    } catch (InterruptedException stop) {
      desk.progress().stopped(row.name());
      throw stop;
    } catch (RuntimeException failure) {
      log.error("{} could not be fetched", row.name(), failure);
      failed(row, "It failed inside this program: the log says why.");
      return row.exchange().every();
    }
  }

  private void failed(Row row, String sentence) {
    desk.progress().failed(row.name(), desk.clock().instant(), sentence);
  }

  /** False when the exchange was changed meanwhile. */
  private boolean read(Row row) throws InterruptedException {
    Exchange exchange = row.exchange();
    Peer peer = desk.peers().of(exchange.api());
    Filled settings = Filled.of("settings", peer.settings(), exchange.settings());
    Filled credentials =
        Filled.of(
            "credentials",
            peer.credentials(),
            desk.credentials().of(exchange.name(), exchange.api()));
    try (Source source = peer.open(settings, credentials)) {
      Row after = pages(row, source);
      if (after == null) {
        return false;
      }
      ending.closeRound(after);
      mail.send(exchange.name(), source);
      return true;
    }
  }

  private @Nullable Row pages(Row row, Source source) throws InterruptedException {
    Row at = row;
    for (int i = 0; i < MOST_PAGES; i++) {
      Checkpoint from = at.checkpoint();
      boolean anew = from == null || source.startsOver(from);
      Page page = source.next(anew ? null : from);
      if (!page.complete() && page.checkpoint().equals(from)) {
        break;
      }
      if (!keep(at, page, anew)) {
        return null;
      }
      at = desk.table().find(row.name()).orElse(null);
      if (at == null || page.complete()) {
        return at;
      }
    }
    throw new PeerFailure(Kind.BROKEN, "The source goes on without an end.");
  }

  private boolean keep(Row at, Page page, boolean anew) {
    return desk.batches()
        .write(() -> {
          if (!desk.progress().advance(at, page, anew)) {
            return false;
          }
          long round = at.round() + (anew ? 1 : 0);
          List<Change> holding = desk.items().take(at.name(), round, page.changes());
          List<Incoming> incoming = holding.stream().flatMap(Cycle::incoming).toList();
          desk.intake().take(desk.bank(at).name(), at.name(), incoming, Ending.caller(at.name()));
          return true;
        });
  }

  private static Stream<Incoming> incoming(Change change) {
    return switch (change) {
      case Change.Put put -> puts(put);
      case Change.Withdrawn withdrawn -> gone(withdrawn.key());
      case Change.Unread _ -> Stream.empty();
    };
  }

  /**
   * An entry here has one PDQ hash: a source's entry with more of them is that many, all withdrawn
   * with it. Whatever else is odd about one entry, it must not keep the others from being read.
   */
  private static Stream<Incoming> puts(Change.Put put) {
    List<Signal> hashes =
        put.signals().stream().filter(Cycle::isPdq).distinct().limit(MOST_HASHES).toList();
    List<Signal> all = new ArrayList<>(hashes.stream().limit(1).toList());
    put.signals().stream()
        .filter(signal -> !isPdq(signal))
        .distinct()
        .limit(MOST_SIGNALS)
        .forEach(all::add);
    if (all.isEmpty()) {
      return Stream.empty();
    }
    List<String> keys = keys(put.key(), hashes.size()).toList();
    List<Incoming> puts = new ArrayList<>();
    puts.add(new Incoming.Put(put.key(), entry(put, all)));
    for (int more = 1; more < hashes.size(); more++) {
      puts.add(new Incoming.Put(keys.get(more), entry(put, List.of(hashes.get(more)))));
    }
    return puts.stream();
  }

  /** All that a source's entry may be here. */
  static Stream<Incoming> gone(String key) {
    return keys(key, MOST_HASHES).map(Incoming.Withdrawn::new);
  }

  private static Stream<String> keys(String key, int many) {
    return Stream.concat(
        Stream.of(key), IntStream.rangeClosed(2, many).mapToObj(number -> key + "#" + number));
  }

  private static boolean isPdq(Signal signal) {
    return signal.type().equals(SignalType.PDQ);
  }

  private static NewEntry entry(Change.Put put, List<Signal> signals) {
    return new NewEntry(signals, null, put.provenance(), put.firstSeen(), Metadata.NONE);
  }
}
