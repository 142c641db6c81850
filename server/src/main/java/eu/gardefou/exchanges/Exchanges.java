package eu.gardefou.exchanges;

import eu.gardefou.access.Caller;
import eu.gardefou.database.DataFolder;
import eu.gardefou.exchanges.ExchangeProblem.Cause;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.Peer;
import eu.gardefou.exchanges.peer.PeerFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Sources whose lists of hashes are kept up to date in banks.
 *
 * <p>What holds: what a source takes back stops to match when the cycle ends that tells so, on
 * every node; what it merely stops to tell does too, unless a great part vanishes at once. What a
 * source has told stays in force while it cannot be asked. Credentials go in and never come out.
 * Safe for many threads.
 */
public final class Exchanges {
  private final Desk desk;
  private final Schedule schedule;
  private final Cycle cycle;

  Exchanges(Desk desk, Schedule schedule, Cycle cycle) {
    this.desk = desk;
    this.schedule = schedule;
    this.cycle = cycle;
  }

  /**
   * For one short command beside the gate: fetches nothing by itself, and leaves that to the gate.
   *
   * @param database where the migrations have run
   */
  public static Exchanges in(DataSource database, Environment environment, Clock clock) {
    DataFolder folder = new DataFolder(Path.of(environment.getProperty("gardefou.data", "./data")));
    JdbcClient sql = JdbcClient.create(database);
    Desk desk =
        ExchangesConfiguration.desk(
            sql, new DataSourceTransactionManager(database), folder, environment, clock);
    Cycle cycle = new Cycle(desk);
    return new Exchanges(desk, new Schedule(database, desk, cycle), cycle);
  }

  /** Every kind of source. */
  public List<Api> apis() {
    return desk.peers().apis();
  }

  /**
   * One kind of source.
   *
   * @throws ExchangeProblem when there is none of this name
   */
  public Api api(String name) {
    return Peers.described(desk.peers().of(name));
  }

  /** All exchanges by name. */
  public List<Exchange> list() {
    return desk.table().all().stream().filter(row -> !row.leaving()).map(desk::shown).toList();
  }

  /**
   * One exchange.
   *
   * @throws ExchangeProblem when there is none of this name
   */
  public Exchange find(String name) {
    return desk.shown(row(name));
  }

  /** Without what has to be counted. */
  private Row row(String name) {
    return there(name)
        .orElseThrow(
            () -> new ExchangeProblem(Cause.UNKNOWN, "There is no exchange of this name."));
  }

  private Optional<Row> there(String name) {
    return desk.table().find(name).filter(row -> !row.leaving());
  }

  /** Whether there is an exchange of this name that feeds a bank which has, or had, that name. */
  public boolean feeds(String name, String bank) {
    return there(name).filter(row -> desk.bankOf(row).equals(bank)).isPresent();
  }

  /**
   * Makes an exchange, and fetches it as soon as there are credentials.
   *
   * @throws ExchangeProblem when the name is taken, or the settings are not in order
   * @throws eu.gardefou.matching.BankProblem when there is no such bank
   */
  public Exchange create(ExchangeDraft draft, Caller by) {
    Peer peer = desk.peers().of(draft.api());
    Map<String, String> settings =
        checked(() -> {
          Filled filled = Filled.of("settings", peer.settings(), draft.settings());
          peer.check(filled);
          return filled;
        });
    int bank = desk.banks().find(draft.bank()).id();
    if (!desk.table().insert(draft, bank, settings, desk.clock().instant(), by)) {
      throw new ExchangeProblem(Cause.TAKEN, "There is another exchange of this name.");
    }
    // Set while one of this name was being removed: they were meant for another party.
    desk.credentials().clear(Credentials.ofExchange(draft.name()));
    if (peer.fetched()) {
      schedule.soon(draft.name());
    }
    return find(draft.name());
  }

  /**
   * Has an exchange fetched, or not. What is known stays in force either way; what its source takes
   * back meanwhile is not heard.
   *
   * @throws ExchangeProblem when there is none of this name
   */
  public Exchange enable(String name, boolean enabled, Caller by) {
    row(name);
    if (enabled) {
      desk.table().resume(name);
    } else {
      desk.table().pause(name, desk.clock().instant(), by);
    }
    return fetchNow(name);
  }

  /**
   * Ends an exchange. Its entries are withdrawn: nobody would be told any more what its source
   * takes back. They stay on record in the bank, and the bank stays.
   *
   * @throws ExchangeProblem when there is none of this name
   */
  public void delete(String name) {
    row(name);
    desk.table().leave(name);
    schedule.soon(name);
  }

  /**
   * Fetches an exchange as soon as a node is free.
   *
   * @throws ExchangeProblem when there is none of this name
   */
  public Exchange fetchNow(String name) {
    Row row = row(name);
    soon(row);
    return desk.shown(row);
  }

  private void soon(Row row) {
    Exchange exchange = row.exchange();
    if (exchange.enabled() && desk.peers().of(exchange.api()).fetched()) {
      schedule.soon(exchange.name());
    }
  }

  /**
   * Fetches an exchange here and now, page by page to the end.
   *
   * @return the exchange with its status afterwards; nothing when it was being deleted
   */
  public Optional<Exchange> fetchHere(String name) throws InterruptedException {
    cycle.run(name);
    return desk.table().find(name).map(desk::shown);
  }

  /**
   * Has everything told anew at the next cycle; what is then not told any more is withdrawn.
   *
   * @throws ExchangeProblem when there is none of this name
   */
  public Exchange startOver(String name) {
    row(name);
    desk.table().forget(name);
    return fetchNow(name);
  }

  /**
   * Confirms that the entries which vanished all at once, as the status counts them, are to be
   * withdrawn.
   *
   * @throws ExchangeProblem when there is none of this name
   */
  public Exchange allowWithdrawals(String name) {
    row(name);
    desk.table().allow(name);
    return fetchNow(name);
  }

  /**
   * Whether there are credentials for an interface.
   *
   * @throws ExchangeProblem when there is none of this name
   */
  public boolean hasCredentials(String api) {
    return desk.credentials().has(Credentials.ofApi(desk.peers().of(api).api()));
  }

  /**
   * Sets the credentials for all exchanges of an interface; an empty map clears them. Exchanges
   * that wait for them are fetched.
   *
   * @throws ExchangeProblem when they are not in order; the sentence repeats none of them
   */
  public void setCredentials(String api, Map<String, String> values, Caller by) {
    set(Credentials.ofApi(api), desk.peers().of(api), values, by);
    desk.table().all().stream()
        .filter(row -> !row.leaving() && row.exchange().api().equals(api))
        .forEach(this::soon);
  }

  /**
   * Sets the credentials for one exchange, which come before those of its interface.
   *
   * @throws ExchangeProblem when they are not in order; the sentence repeats none of them
   */
  public void setCredentialsOf(String exchange, Map<String, String> values, Caller by) {
    Peer peer = desk.peers().of(row(exchange).exchange().api());
    set(Credentials.ofExchange(exchange), peer, values, by);
    soon(row(exchange));
  }

  private void set(String owner, Peer peer, Map<String, String> values, Caller by) {
    if (values.isEmpty()) {
      desk.credentials().clear(owner);
      return;
    }
    Map<String, String> filled =
        checked(() -> Filled.of("credentials", peer.credentials(), values));
    desk.credentials().set(owner, filled, by);
  }

  private interface Filling {
    Filled fill();
  }

  private static Map<String, String> checked(Filling filling) {
    try {
      return filling.fill().values();
    } catch (PeerFailure failure) {
      throw new ExchangeProblem(Cause.INVALID, failure.sentence(), failure);
    }
  }
}
