package eu.gardefou.exchanges;

import eu.gardefou.exchanges.ExchangeProblem.Cause;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Intake;
import eu.gardefou.matching.Opinions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What work on exchanges needs at hand. */
record Desk(
    Peers peers,
    ExchangeTable table,
    Progress progress,
    Items items,
    Unheard unheard,
    Credentials credentials,
    Banks banks,
    Intake intake,
    Opinions opinions,
    Batches batches,
    Clock clock) {
  static Desk of(
      JdbcClient sql,
      Peers peers,
      Credentials credentials,
      Matters matters,
      TransactionOperations together,
      Clock clock) {
    return new Desk(
        peers,
        new ExchangeTable(sql),
        new Progress(sql),
        new Items(sql),
        new Unheard(sql),
        credentials,
        matters.banks(),
        matters.intake(),
        matters.opinions(),
        new Batches(together),
        clock);
  }

  /** An exchange's bank, whatever it is called now; nothing when it was closed. */
  Optional<Bank> openBank(Row row) {
    return banks.list().stream().filter(bank -> bank.id() == row.bank()).findFirst();
  }

  /**
   * An exchange's bank, whatever it is called now.
   *
   * @throws ExchangeProblem when it was closed
   */
  Bank bank(Row row) {
    return openBank(row)
        .orElseThrow(() ->
            new ExchangeProblem(
                Cause.UNKNOWN,
                "The bank of this exchange was closed: remove the exchange, and make another one"
                    + " for another bank."));
  }

  /** An exchange with the name that its bank has now, and with what has to be counted. */
  Exchange shown(Row row) {
    return row.exchange().shown(bankOf(row), table.tally(row.name()));
  }

  /** The name of the bank that it feeds, or fed as long as that was open. */
  String bankOf(Row row) {
    return openBank(row).map(Bank::name).orElse(row.exchange().bank());
  }

  /** What exchanges need of matching. */
  record Matters(Banks banks, Intake intake, Opinions opinions) {}
}
