package eu.gardefou.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SubmissionsTest {
  private static final String SINGLE = "POST /api/v1/statement";
  private static final String BULK = "POST /api/v1/statements";

  private final Office office = new Office();
  private final TransparencyStub stub = new TransparencyStub();
  private final Submissions submissions = submissions(TransparencyStub.TOKEN);

  private Submissions submissions(String token) {
    return new Submissions(
        office.database.sql(),
        new TransparencyDatabase(stub.url(), token, office.sender),
        office.transactions,
        office.clock);
  }

  @AfterEach
  void close() {
    stub.close();
    office.close();
  }

  @Test
  void oneStatementIsFiledWithAllItsFields() {
    ActionTaken removed = office.remove("k", "post 7");
    submissions.run();
    Submission filed = of(removed);
    assertThat(filed.state()).isEqualTo(Submission.State.STORED);
    JsonNode stored = stub.stored(filed.puid());
    assertThat(stored.path("uuid").asString()).isEqualTo(String.valueOf(filed.uuid()));
    JsonNode ours = JsonMapper.shared().readTree(String.valueOf(removed.statement()));
    ours.forEachEntry((name, value) -> assertThat(stored.path(name)).as(name).isEqualTo(value));
    assertThat(stub.asked).containsExactly(SINGLE);
    submissions.run();
    assertThat(stub.asked).hasSize(1);
  }

  @Test
  void manyAreFiledAHundredAtATime() {
    for (int i = 0; i < 230; i++) {
      office.remove("k" + i, "post " + i);
    }
    submissions.run();
    assertThat(stub.asked).containsExactly(BULK, BULK, BULK);
    assertThat(stub.stored).hasSize(230);
    for (Submission filed : office.outbox.submissions(Submission.State.STORED, 1_000)) {
      assertThat(stub.stored(filed.puid()).path("uuid").asString())
          .isEqualTo(String.valueOf(filed.uuid()));
    }
    assertThat(office.outbox.submissions(Submission.State.STORED, 1_000)).hasSize(230);
  }

  @ParameterizedTest
  @EnumSource(value = Duty.class, names = "ARTICLE_17", mode = EnumSource.Mode.EXCLUDE)
  void whatNeedsNoStatementIsNotFiled(Duty duty) {
    ActionTaken removed =
        office.enforcement.act(
            new Action.Remove(new Action.Target("k", "post 7", "ada", Locale.ENGLISH)),
            Reasons.with(Reasons.removal().effect(), duty));
    submissions.run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.EXEMPT);
    assertThat(stub.asked).isEmpty();
    assertThatThrownBy(() -> office.outbox.resubmit(removed.id()))
        .isInstanceOf(EnforcementProblem.class);
  }

  @Test
  void aReversalIsNotFiled() {
    ActionTaken restored = office.restore("r", office.remove("k", "post 7"));
    assertThat(office.outbox.submission(restored.id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 302, 404})
  void troubleIsTriedAgainLater(int status) {
    ActionTaken removed = office.remove("k", "post 7");
    stub.failing = status;
    submissions.run();
    submissions.run();
    assertThat(stub.asked).hasSize(1);
    assertThat(of(removed).state()).isEqualTo(Submission.State.QUEUED);
    assertThat(of(removed).lastStatus()).isEqualTo(status);
    stub.failing = 0;
    office.clock.move(Duration.ofSeconds(10));
    submissions.run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.STORED);
  }

  @Test
  void aWrongTokenStopsTheQueueAndLosesNothing() {
    ActionTaken removed = office.remove("k", "post 7");
    submissions("8|other").run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.QUEUED);
    assertThat(of(removed).lastStatus()).isEqualTo(401);
    office.clock.move(Duration.ofMinutes(30));
    submissions.run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.STORED);
  }

  @ParameterizedTest
  @CsvSource({"401, 1800", "403, 1800", "429, 10"})
  void whatIsAboutAllStatementsStopsTheWholeQueue(int status, int seconds) {
    for (int i = 0; i < 130; i++) {
      office.remove("k" + i, "post " + i);
    }
    stub.failing = status;
    submissions.run();
    submissions.run();
    office.clock.move(Duration.ofSeconds(seconds - 1));
    office.remove("new", "post");
    submissions(TransparencyStub.TOKEN).run();
    assertThat(stub.asked).containsExactly(BULK);
    stub.failing = 0;
    office.clock.move(Duration.ofSeconds(1));
    submissions.run();
    assertThat(stub.stored).hasSize(131);
  }

  @Test
  void aPauseThatAClockSetTooFarAwayIsNone() {
    office.clock.move(Duration.ofDays(300));
    submissions("8|other").run();
    office.remove("k", "post 7");
    submissions("8|other").run();
    office.clock.move(Duration.ofDays(-300));
    submissions.run();
    assertThat(stub.stored).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429})
  void whoAsksTooMuchWhetherPuidsAreUsedStopsToo(int status) {
    office.remove("a", "post 1");
    office.remove("b", "post 2");
    stub.losing = true;
    submissions.run();
    stub.losing = false;
    office.clock.move(Duration.ofSeconds(10));
    stub.asked.clear();
    stub.failingPuids = status;
    submissions.run();
    office.remove("c", "post 3");
    submissions.run();
    assertThat(stub.asked).hasSize(2);
    stub.failingPuids = 0;
    office.clock.move(Duration.ofMinutes(30));
    submissions.run();
    assertThat(stub.stored).hasSize(3);
    assertThat(office.outbox.submissions(Submission.State.STORED, 10)).hasSize(3);
  }

  @Test
  void anAnswerThatWasLostIsNoSecondStatement() {
    ActionTaken removed = office.remove("k", "post 7");
    stub.losing = true;
    submissions.run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.QUEUED);
    stub.losing = false;
    office.clock.move(Duration.ofSeconds(10));
    submissions.run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.STORED);
    assertThat(stub.stored).hasSize(1);
  }

  @Test
  void aLostAnswerInBulkIsSettledOneByOneBesidesABadNeighbour() {
    ActionTaken first = office.remove("a", "post 1");
    ActionTaken second = office.remove("b", "post 2");
    stub.losing = true;
    submissions.run();
    stub.losing = false;
    office.clock.move(Duration.ofSeconds(10));
    ActionTaken bad = office.remove("c", "post 3");
    spoil(bad);
    submissions.run();
    assertThat(of(first).state()).isEqualTo(Submission.State.STORED);
    assertThat(of(second).state()).isEqualTo(Submission.State.STORED);
    assertThat(of(bad).state()).isEqualTo(Submission.State.REFUSED);
    assertThat(stub.stored).hasSize(2);
  }

  @Test
  void aPuidThatWasUsedBeforeWeSentAnythingIsNotOurs() {
    ActionTaken removed = office.remove("k", "post 7");
    stub.stored.put(of(removed).puid().value(), JsonMapper.shared().createObjectNode());
    submissions.run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.REFUSED);
  }

  @Test
  void aPuidThatIsOnlyLockedIsTriedAgain() {
    ActionTaken removed = office.remove("k", "post 7");
    stub.locked.add(of(removed).puid().value());
    submissions.run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.QUEUED);
    stub.locked.clear();
    office.clock.move(Duration.ofSeconds(10));
    submissions.run();
    assertThat(of(removed).state()).isEqualTo(Submission.State.STORED);
    assertThat(of(removed).uuid()).isNotNull();
  }

  @Test
  void aBadStatementIsADeadLetterWithItsReasonsAndTheOthersAreFiled() {
    ActionTaken good = office.remove("a", "post 1");
    ActionTaken bad = office.remove("b", "post 2");
    ActionTaken better = office.remove("c", "post 3");
    spoil(bad);
    submissions.run();
    assertThat(of(good).state()).isEqualTo(Submission.State.STORED);
    assertThat(of(better).state()).isEqualTo(Submission.State.STORED);
    Submission dead = office.outbox.submissions(Submission.State.REFUSED, 10).getFirst();
    assertThat(dead.action()).isEqualTo(bad.id());
    assertThat(dead.lastStatus()).isEqualTo(422);
    assertThat(dead.lastAnswer()).contains("The selected category is invalid.");
    office.clock.move(Duration.ofDays(1));
    int asked = stub.asked.size();
    submissions.run();
    assertThat(stub.asked).hasSize(asked);
    office.outbox.resubmit(bad.id());
    submissions.run();
    assertThat(stub.asked).hasSize(asked + 1);
    assertThat(of(bad).state()).isEqualTo(Submission.State.REFUSED);
  }

  /** As if the database's lists had changed: only a deliberate hand can write this. */
  private void spoil(ActionTaken action) {
    JdbcClient owner = JdbcClient.create(office.database.owner());
    owner.sql("ALTER TABLE enforcement.statement DISABLE TRIGGER statement_is_final").update();
    owner
        .sql(
            "UPDATE enforcement.statement SET fields = fields || '{\"category\":\"x\"}' WHERE id = ?")
        .param(action.id())
        .update();
    owner.sql("ALTER TABLE enforcement.statement ENABLE TRIGGER statement_is_final").update();
  }

  @Test
  void manyNodesFileEachOnce() throws Exception {
    for (int i = 0; i < 300; i++) {
      office.remove("k" + i, "post " + i);
    }
    try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
      List<Future<?>> runs =
          List.of(
              nodes.submit(submissions::run),
              nodes.submit(submissions::run),
              nodes.submit(submissions::run));
      for (Future<?> run : runs) {
        run.get();
      }
    }
    submissions.run();
    List<Submission> filed = office.outbox.submissions(Submission.State.STORED, 1_000);
    assertThat(filed).hasSize(300).allMatch(one -> one.uuid() != null);
    assertThat(stub.stored).hasSize(300);
  }

  @Test
  void nothingIsAskedAboutWhatIsNotThere() {
    assertThat(office.outbox.submission(new UUID(1, 1))).isEmpty();
    submissions.run();
    assertThat(stub.asked).isEmpty();
  }

  private Submission of(ActionTaken action) {
    return office.outbox.submission(action.id()).orElseThrow();
  }
}
