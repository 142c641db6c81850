package eu.gardefou.exchanges;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.Incoming;
import eu.gardefou.matching.Intake;
import java.util.List;

/**
 * Withdraws what a source no longer has.
 *
 * <p>What a source takes back by name is withdrawn at once, always. What merely is not told any
 * more when everything is told anew is withdrawn too, unless a great part vanishes at once: that is
 * what a cut-off file, a wrong folder or a broken source look like. Then the entries stay in force
 * until somebody confirms, for known abuse and for protected people alike: nobody should lose their
 * protection to a disk that was full. A bank that suppresses is the other way round: its entries
 * make others count for less, so what vanishes there is withdrawn at once.
 */
final class Ending {
  private static final int BATCH = 1_000;
  private static final int FEW = 5;
  private static final int PERCENT = 30;

  private final ExchangeTable table;
  private final Progress progress;
  private final Items items;
  private final Desk desk;
  private final Intake intake;
  private final Credentials credentials;
  private final Batches batches;

  Ending(Desk desk) {
    this.table = desk.table();
    this.progress = desk.progress();
    this.items = desk.items();
    this.desk = desk;
    this.intake = desk.intake();
    this.credentials = desk.credentials();
    this.batches = desk.batches();
  }

  /**
   * Ends a round in which everything was told.
   *
   * @throws PeerFailure when too much vanished
   */
  void closeRound(Row row) {
    if (!row.roundOpen()) {
      return;
    }
    long absent = items.absent(row.name(), row.round());
    long before = items.before(row.name(), row.round());
    if (absent > row.allowed() && isTooMuch(row, absent, before)) {
      progress.holdBack(row.name(), absent);
      throw new PeerFailure(
          Kind.BROKEN,
          absent
              + " of "
              + before
              + " entries are not on the list any more, all at once. They stay in force until"
              + " somebody confirms that this is right.");
    }
    while (withdrawSome(row, row.round())) {
      // Each batch is a transaction of its own; the next cycle goes on after a stop.
    }
    progress.closeRound(row.name(), row.round());
  }

  private boolean isTooMuch(Row row, long absent, long before) {
    if (absent == 0 || desk.bank(row).kind() == BankKind.SUPPRESS) {
      return false;
    }
    return absent == before || (absent > FEW && absent * 100 > before * PERCENT);
  }

  private boolean withdrawSome(Row row, long round) {
    return batches.write(() -> {
      List<String> keys = items.removeAbsent(row.name(), round, BATCH);
      List<Incoming> gone = keys.stream().flatMap(Cycle::gone).toList();
      intake.take(desk.bank(row).name(), row.name(), gone, caller(row.name()));
      return keys.size() == BATCH;
    });
  }

  /** Withdraws all of an exchange's entries batch by batch, and forgets it last. */
  void leave(Row row) {
    while (desk.openBank(row).isPresent() && withdrawSome(row, Long.MAX_VALUE)) {
      // Each batch is a transaction of its own; the next cycle goes on after a stop.
    }
    batches.write(() -> {
      // With a bank that was closed, all entries have stopped to act.
      desk.openBank(row)
          .ifPresent(bank -> intake.withdrawAll(bank.name(), row.name(), caller(row.name())));
      // Another exchange of this name may have another party behind it.
      desk.opinions().unsent(row.name(), Integer.MAX_VALUE).forEach(desk.opinions()::sent);
      credentials.clear(Credentials.ofExchange(row.name()));
      table.delete(row.name());
      return true;
    });
  }

  /** Who withdraws and adds, on record. */
  static Caller caller(String exchange) {
    return new Caller("exchange:" + exchange);
  }
}
