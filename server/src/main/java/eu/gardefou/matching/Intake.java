package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.Incoming.Counts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of one exchange, many at a time. Each call is one transaction, or takes part in the
 * caller's: all of it acts from the same moment on, or nothing does. Telling the same things twice
 * changes nothing.
 */
public final class Intake {
  private final Banks banks;
  private final IntakeStore store;
  private final EntryIds ids;
  private final Clock clock;
  private final TransactionTemplate together;

  /** Works on a database in which the migrations of this package have run. */
  public Intake(JdbcClient sql, Clock clock, PlatformTransactionManager transactions) {
    this(new Banks(sql, clock), new IntakeStore(sql), clock, transactions);
  }

  Intake(Banks banks, IntakeStore store, Clock clock, PlatformTransactionManager transactions) {
    this.banks = banks;
    this.store = store;
    this.ids = new EntryIds(clock);
    this.clock = clock;
    this.together = new TransactionTemplate(transactions);
  }

  /**
   * Takes changes; of those with the same key the last one counts.
   *
   * @throws BankProblem when there is no such bank
   */
  public Counts take(String bank, String exchange, List<? extends Incoming> changes, Caller by) {
    return take(bank, exchange, changes, null, by);
  }

  /**
   * The same, as part of a round in which the exchange tells everything that it has.
   *
   * @param round a number of the caller's choice, the same until {@link #finishRound}
   */
  public Counts takeInRound(
      String bank, String exchange, List<? extends Incoming> changes, long round, Caller by) {
    return take(bank, exchange, changes, round, by);
  }

  /**
   * Ends a round: what the exchange did not tell in it is withdrawn, some at a time; who is stopped
   * in between ends it again. What earlier rounds left unfinished is forgotten.
   *
   * @throws BankProblem when there is no such bank
   */
  public Counts finishRound(String bank, String exchange, long round, Caller by) {
    int id = banks.find(bank).id();
    long all = 0;
    long some;
    do {
      some = withdrawSome(id, exchange, round, by);
      all += some;
    } while (some > 0);
    store.forgetRounds(id, exchange);
    return new Counts(0, 0, all);
  }

  /** A few at a time: whoever changes anything else meanwhile does not wait for all. */
  private long withdrawSome(int bank, String exchange, long round, Caller by) {
    return together.execute(
        _ -> store.withdrawUntold(bank, exchange, round, clock.instant(), by.id()));
  }

  /** How many entries would be withdrawn if the round ended now. */
  public long untold(String bank, String exchange, long round) {
    return store.untold(banks.find(bank).id(), exchange, round);
  }

  /** How many entries of an exchange act in a bank. */
  public long count(String bank, String exchange) {
    return store.count(banks.find(bank).id(), exchange);
  }

  /** Withdraws everything that an exchange ever told. */
  public Counts withdrawAll(String bank, String exchange, Caller by) {
    return finishRound(bank, exchange, Long.MIN_VALUE, by);
  }

  private Counts take(
      String bank,
      String exchange,
      List<? extends Incoming> changes,
      @Nullable Long round,
      Caller by) {
    int id = banks.find(bank).id();
    Map<String, Incoming> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(change.key(), change));
    return together.execute(_ -> take(id, exchange, last, round, by));
  }

  private Counts take(
      int bank, String exchange, Map<String, Incoming> changes, @Nullable Long round, Caller by) {
    Map<String, Incoming.Known> known = store.known(bank, exchange, changes.keySet(), by.id());
    List<Long> gone = new ArrayList<>();
    Map<String, Arrival> added = new LinkedHashMap<>();
    long unchanged = 0;
    for (Incoming change : changes.values()) {
      Incoming.Known before = known.get(change.key());
      boolean acting = before != null && !before.dismissed();
      switch (change) {
        case Incoming.Withdrawn _ -> {
          if (before != null && acting) {
            gone.add(before.number());
          }
        }
        case Incoming.Put _ when before != null && before.dismissed() -> unchanged++;
        case Incoming.Put put when before != null && isSame(before, put.entry()) -> unchanged++;
        case Incoming.Put put -> {
          if (before != null) {
            gone.add(before.number());
          }
          added.put(put.key(), new Arrival(put.entry(), before == null ? null : before.number()));
        }
      }
    }
    Instant now = clock.instant();
    store.withdraw(gone, now, by.id());
    store.insert(bank, exchange, added, ids, now, by.id());
    if (round != null) {
      store.remember(bank, exchange, round, told(changes));
    }
    return new Counts(added.size(), unchanged, gone.size());
  }

  /**
   * An entry that comes in.
   *
   * @param instead the number of the one that it replaces, whose rest and quarantine go on; null
   *     when it replaces none
   */
  record Arrival(NewEntry entry, @Nullable Long instead) {}

  private static boolean isSame(Incoming.Known before, NewEntry now) {
    return Set.copyOf(before.signals()).equals(Set.copyOf(now.signals()));
  }

  private static List<String> told(Map<String, Incoming> changes) {
    return changes.values().stream()
        .filter(Incoming.Put.class::isInstance)
        .map(Incoming::key)
        .toList();
  }
}
