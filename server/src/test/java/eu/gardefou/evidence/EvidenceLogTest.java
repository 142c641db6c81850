package eu.gardefou.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.access.TestClock;
import eu.gardefou.database.DatabaseProblem;
import eu.gardefou.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class EvidenceLogTest {
  private static final byte[] KEY = new byte[32];
  private TestDatabase database;
  private TestClock clock;
  private Entries entries;
  private EvidenceLog log;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    clock = new TestClock();
    entries = new Entries(clock);
    log = new EvidenceLog(database.sql(), KEY);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasRecordedIsFoundAsItWas() {
    DecisionEntry request = entries.edit("refuse", List.of("a-rule", "b-rule"));
    DecisionEntry result = entries.result(request, "allow");
    log.record(request);
    log.record(result);
    assertThat(log.find(request.id())).contains(request);
    assertThat(log.find(result.id())).contains(result);
    assertThat(log.find(UUID.fromString("01900000-0000-7000-8000-000000000000"))).isEmpty();
  }

  @Test
  void theSameDecisionIsNotRecordedTwiceNorAResultWithoutItsRequest() {
    DecisionEntry request = entries.edit("allow", List.of());
    assertThatThrownBy(() -> log.record(entries.result(request, "allow")))
        .isInstanceOf(DataAccessException.class);
    log.record(request);
    assertThatThrownBy(() -> log.record(request)).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void theApplicationCanNeitherChangeNorRemoveARow() {
    log.record(entries.edit("refuse", List.of()));
    for (String change : changes()) {
      assertThatThrownBy(() -> database.sql().sql(change).update())
          .as(change)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThat(log.search(DecisionFilter.ALL)).hasSize(1);
  }

  @Test
  void notEvenTheOwnerChangesARow() {
    log.record(entries.edit("refuse", List.of()));
    JdbcClient owner = JdbcClient.create(database.owner());
    for (String change : changes()) {
      assertThatThrownBy(() -> owner.sql(change).update())
          .as(change)
          .rootCause()
          .hasMessageContaining("written once and never changed");
    }
    assertThat(log.search(DecisionFilter.ALL)).hasSize(1);
  }

  private static List<String> changes() {
    return List.of(
        "UPDATE evidence.decision SET decision = 'allow'",
        "DELETE FROM evidence.decision",
        "TRUNCATE evidence.decision CASCADE",
        "INSERT INTO evidence.decision SELECT * FROM evidence.decision"
            + " ON CONFLICT (id) DO UPDATE SET decision = 'allow'",
        "UPDATE evidence.digest_key SET fingerprint = ''",
        "DELETE FROM evidence.digest_key");
  }

  @Test
  void theApplicationCannotTakeTheGuardAway() {
    for (String attack :
        List.of(
            "ALTER TABLE evidence.decision DISABLE TRIGGER ALL",
            "DROP TRIGGER decision_is_final ON evidence.decision",
            "DROP TABLE evidence.decision CASCADE",
            "SET session_replication_role = replica",
            "SET ROLE gardefou")) {
      assertThatThrownBy(() -> database.sql().sql(attack).update())
          .as(attack)
          .rootCause()
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
    // PostgreSQL answers this one with a warning.
    database.sql().sql("GRANT UPDATE ON evidence.decision TO gardefou_app").update();
    assertThatThrownBy(() -> database.sql().sql(changes().getFirst()).update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void searchAgreesWithASlowListWhateverTheFilter() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> decisions = List.of("allow", "review", "refuse");
    List<String> rules = List.of("one", "two", "three");
    List<DecisionEntry> all = new ArrayList<>();
    for (int count = 0; count < 60; count++) {
      clock.move(Duration.ofMillis(random.nextInt(3) * 500L));
      List<String> fired = rules.stream().filter(_ -> random.nextBoolean()).toList();
      String decision = decisions.get(random.nextInt(3));
      DecisionEntry entry =
          random.nextInt(4) == 0 && !all.isEmpty()
              ? entries.result(all.getFirst(), decision)
              : entries.edit(decision, fired);
      all.add(entry);
      log.record(entry);
    }
    for (int round = 0; round < 60; round++) {
      DecisionFilter filter =
          new DecisionFilter(
              random.nextBoolean() ? decisions.get(random.nextInt(3)) : null,
              random.nextInt(3) == 0 ? "edit" : null,
              random.nextInt(3) == 0 ? "result" : null,
              random.nextBoolean() ? rules.get(random.nextInt(3)) : null,
              random.nextBoolean() ? all.get(random.nextInt(60)).at() : null,
              random.nextBoolean() ? all.get(random.nextInt(60)).at() : null,
              null,
              1 + random.nextInt(9));
      assertThat(everyPage(filter)).isEqualTo(slowly(all, filter));
    }
  }

  private List<DecisionEntry> everyPage(DecisionFilter filter) {
    List<DecisionEntry> found = new ArrayList<>();
    for (List<DecisionEntry> page = log.search(filter);
        !page.isEmpty();
        page = log.search(filter.after(found.getLast().id()))) {
      assertThat(page).hasSizeLessThanOrEqualTo(filter.limit());
      found.addAll(page);
    }
    return found;
  }

  private static List<DecisionEntry> slowly(List<DecisionEntry> all, DecisionFilter filter) {
    Instant from = filter.from();
    Instant to = filter.to();
    Stream<DecisionEntry> wanted =
        all.stream()
            .filter(
                entry -> filter.decision() == null || entry.decision().equals(filter.decision()))
            .filter(entry -> filter.kind() == null || entry.kind().equals(filter.kind()))
            .filter(entry -> filter.stage() == null || entry.stage().equals(filter.stage()))
            .filter(entry -> filter.rule() == null || entry.rules().contains(filter.rule()))
            .filter(entry -> from == null || !entry.at().isBefore(from))
            .filter(entry -> to == null || entry.at().isBefore(to));
    return wanted
        .sorted(Comparator.comparing((DecisionEntry entry) -> entry.id().toString()).reversed())
        .toList();
  }

  @Test
  void theResultsOfARequestAreFoundByIt() {
    DecisionEntry request = entries.edit("allow", List.of());
    DecisionEntry result = entries.result(request, "refuse");
    log.record(request);
    log.record(result);
    assertThat(log.results(request.id())).containsExactly(result);
    assertThat(log.results(result.id())).isEmpty();
  }

  @Test
  void decisionsAreCountedFromAMomentToAnother() {
    Instant before = clock.instant();
    log.record(entries.edit("allow", List.of()));
    log.record(entries.edit("refuse", List.of("one")));
    clock.move(Duration.ofHours(1));
    log.record(entries.edit("refuse", List.of("two")));
    assertThat(log.counts(before, clock.instant()))
        .containsOnly(Map.entry("allow", 1L), Map.entry("refuse", 1L));
    assertThat(log.counts(before, clock.instant().plusSeconds(1))).containsEntry("refuse", 2L);
    assertThat(log.counts(before.minusSeconds(9), before)).isEmpty();
  }

  @Test
  void aDigestIsTheSameForTheSameContentAndDependsOnTheKey() {
    byte[] content = "a quiet harbour".getBytes(StandardCharsets.UTF_8);
    assertThat(log.digest(content)).hasSize(64).isEqualTo(log.digest(content.clone()));
    assertThat(log.digest(content)).isNotEqualTo(log.digest(new byte[] {1}));
    byte[] other = KEY.clone();
    other[0] = 1;
    assertThat(new DigestKey(other).digest(content)).isNotEqualTo(log.digest(content));
    // HMAC-SHA-256 under 32 zero bytes of the empty text, made with another program.
    assertThat(log.digest(new byte[0]))
        .isEqualTo("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
  }

  @Test
  void refusesAnotherKeyThanTheFirst() {
    byte[] other = KEY.clone();
    other[31] = 1;
    assertThatThrownBy(() -> new EvidenceLog(database.sql(), other))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("GARDEFOU_EVIDENCE_KEY");
    assertThat(new EvidenceLog(database.sql(), KEY.clone())).isNotNull();
    assertThatThrownBy(() -> DigestKey.configured("short"))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("64 hexadecimal digits");
  }

  @Test
  void aStoppedDatabaseIsAPromptExceptionAndNeverSilence() {
    log.record(entries.edit("allow", List.of()));
    TestDatabase.stopServer();
    try {
      long before = System.nanoTime();
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> log.record(entries.edit("allow", List.of())))
            .isInstanceOf(DataAccessException.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(12));
    } finally {
      TestDatabase.startServer();
    }
  }
}
