package eu.gardefou.exchanges;

import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Intake;
import eu.gardefou.matching.Opinions;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What work on exchanges needs at hand. */
record Desk(
    Peers peers,
    ExchangeTable table,
    Progress progress,
    Items items,
    Credentials credentials,
    Banks banks,
    Intake intake,
    Opinions opinions,
    TransactionTemplate together,
    Clock clock) {
  static Desk of(
      JdbcClient sql,
      Peers peers,
      Credentials credentials,
      Matters matters,
      TransactionTemplate together,
      Clock clock) {
    return new Desk(
        peers,
        new ExchangeTable(sql),
        new Progress(sql),
        new Items(sql),
        credentials,
        matters.banks(),
        matters.intake(),
        matters.opinions(),
        together,
        clock);
  }

  /** What exchanges need of matching. */
  record Matters(Banks banks, Intake intake, Opinions opinions) {}
}
