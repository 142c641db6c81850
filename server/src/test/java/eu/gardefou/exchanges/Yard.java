package eu.gardefou.exchanges;

import eu.gardefou.access.Caller;
import eu.gardefou.access.TestClock;
import eu.gardefou.database.DataFolder;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.exchanges.peer.Digests;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Intake;
import eu.gardefou.matching.LookUp;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.Opinions;
import eu.gardefou.matching.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exchanges on a fresh database, with a clock that stands still and nothing that runs by itself.
 */
final class Yard implements AutoCloseable {
  static final Caller CURATOR = new Caller("person:7");
  static final String BANK = "list";

  final TestDatabase database = TestDatabase.fresh();
  final TestClock clock = new TestClock();
  final JdbcClient sql = database.sql();
  final Banks banks = new Banks(sql, clock);
  final Matching matching = new Matching(sql, clock);
  final Opinions opinions = new Opinions(sql, banks, clock);
  final Desk desk;
  final Cycle cycle;
  final Schedule schedule;
  final Exchanges exchanges;
  final ArachnidShield shield;

  Yard(Path data) {
    this(data, BankKind.KNOWN_ABUSE);
  }

  Yard(Path data, BankKind kind) {
    DataFolder folder = new DataFolder(data);
    var transactions = new DataSourceTransactionManager(database.app());
    desk =
        Desk.of(
            sql,
            Peers.all(clock, List.of(data.resolve("lists")), data.resolve("copies")),
            new Credentials(sql, () -> Seal.of(folder, ""), clock),
            new Desk.Matters(banks, new Intake(sql, clock, transactions), opinions),
            new TransactionTemplate(transactions),
            clock);
    cycle = new Cycle(desk);
    schedule = new Schedule(database.app(), desk, cycle);
    exchanges = new Exchanges(desk, schedule, cycle);
    shield = new ArachnidShield(desk);
    banks.make(BankSettings.of(BANK, kind), CURATOR);
  }

  /** Makes an exchange called "source" that knows its credentials. */
  Yard with(String api, Map<String, String> settings, Map<String, String> credentials) {
    exchanges.create(
        new ExchangeDraft("source", api, BANK, settings, Duration.ofMinutes(15)), CURATOR);
    exchanges.setCredentials(api, credentials, CURATOR);
    return this;
  }

  /** One cycle, a quarter of an hour after the last one. */
  ExchangeStatus fetch() throws InterruptedException {
    clock.move(Duration.ofMinutes(15));
    return exchanges.fetchHere("source").orElseThrow().status();
  }

  /** Whether anything in the banks is known by this value. */
  boolean knows(String type, String value) {
    return !matching.lookUp(Signal.of(type, value), LookUp.EVERYWHERE).isEmpty();
  }

  /** So many hexadecimal digits that depend on a word. */
  static String hash(String word, int digits) {
    return Digests.sha256(word).substring(0, digits);
  }

  /** The PDQ hash that a word stands for. */
  static String pdq(String word) {
    return hash(word, 64);
  }

  static String md5(String word) {
    return hash(word, 32);
  }

  @Override
  public void close() {
    shield.close();
    schedule.close();
    database.close();
  }
}
