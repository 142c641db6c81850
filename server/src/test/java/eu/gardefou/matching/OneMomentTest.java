package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Setting.CURATOR;
import static eu.gardefou.matching.Setting.HOTLINE;
import static eu.gardefou.matching.Setting.flipped;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Every look-up sees the banks as they are at one moment, whatever changes meanwhile. */
final class OneMomentTest {
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");
  private static final int REPLACEMENTS = 200;
  private static final int READERS = 3;

  private final Setting setting = new Setting();

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void whatIsReplacedIsFoundAsItWasOrAsItIsNow() throws Exception {
    replace(0);
    setting.matching.lookUp(HASH);
    AtomicBoolean going = new AtomicBoolean(true);
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<List<Integer>>> seen = new ArrayList<>();
      for (int k = 0; k < READERS; k++) {
        seen.add(readers.submit(() -> look(going)));
      }
      try {
        for (int k = 1; k <= REPLACEMENTS; k++) {
          replace(k);
        }
      } finally {
        going.set(false);
      }
      for (Future<List<Integer>> counts : seen) {
        assertThat(counts.get()).isNotEmpty().containsOnly(1);
      }
    }
  }

  /** How many entries each look-up found, until it is told to stop. */
  private List<Integer> look(AtomicBoolean going) {
    List<Integer> counts = new ArrayList<>();
    do {
      counts.add(setting.matching.lookUp(Signal.of(HASH), LookUp.EVERYWHERE).size());
    } while (going.get());
    return counts;
  }

  /** The same content with another hash, which is near enough as well. */
  private void replace(int turn) {
    NewEntry entry = NewEntry.of(List.of(Signal.of(flipped(HASH, turn % 2 * 20, 8))), HOTLINE);
    setting.intake.take(KNOWN_ABUSE, "a-list", List.of(new Incoming.Put("one", entry)), CURATOR);
  }

  @Test
  void whatIsReadWhileAChangeIsMadeIsReadAgain() {
    OneMoment moment = new OneMoment();
    AtomicInteger reads = new AtomicInteger();
    int[] both = {0, 0};
    int sum =
        moment.read(() -> {
          int first = both[0];
          if (reads.getAndIncrement() == 0) {
            moment.change(() -> {
              both[0] = 1;
              both[1] = 1;
            });
          }
          return first + both[1];
        });
    assertThat(sum).isEqualTo(2);
    assertThat(reads).hasValue(2);
  }

  @Test
  void anEntryThatIsNotedWhileBanksAreReadIsFoundAllTheSame() {
    BankEntry entry = setting.add(KNOWN_ABUSE, HASH);
    // The second question is the one for entries; by then the entry has a later revision.
    LiveIndex index =
        whenAsked(2, () -> setting.banks.note(KNOWN_ABUSE, entry.number(), "seen", CURATOR));
    assertThat(index.current().size()).isEqualTo(1);
  }

  @Test
  void anEntryThatIsWithdrawnWhileBanksAreReadIsGoneAtTheNextLookUp() {
    BankEntry entry = setting.add(KNOWN_ABUSE, HASH);
    setting.add(KNOWN_ABUSE, flipped(HASH, 0, 128));
    LiveIndex index = whenAsked(3, () -> setting.banks.withdraw(KNOWN_ABUSE, entry.id(), CURATOR));
    assertThat(index.current().size()).isEqualTo(2);
    assertThat(index.current().size()).isEqualTo(1);
  }

  /** An index whose questions to the database are counted from one, and something comes before. */
  private LiveIndex whenAsked(int question, Runnable meanwhile) {
    AtomicInteger questions = new AtomicInteger();
    var asked =
        new DelegatingDataSource(setting.database.app()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (questions.incrementAndGet() == question) {
              meanwhile.run();
            }
            return super.getConnection();
          }
        };
    return new LiveIndex(JdbcClient.create(asked), Runnable::run);
  }
}
