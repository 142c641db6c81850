package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real schedulers. Nothing is proved by waiting: each test ends when the source is asked. */
final class ScheduleTest {
  /** More than there are processors. */
  private static final int HANGING = 12;

  private final StopNciiStub list = new StopNciiStub();
  private final Stub stub = list.stub;
  private final Semaphore asked = new Semaphore(0);
  @TempDir Path data;
  private Yard yard;

  @BeforeEach
  void open() {
    stub.answering =
        question -> {
          asked.release();
          return list.answer(question);
        };
    yard = new Yard(data);
    // What is taken over from a dead node is planned by the machine's clock.
    Instant later = Clock.systemUTC().instant().plusSeconds(3_600);
    yard.clock.move(Duration.between(yard.clock.instant(), later));
    yard.with("stopncii", Map.of(), list.secrets("first"));
  }

  /** Only a failure takes the whole time. */
  private void awaitQuestion() throws InterruptedException {
    assertThat(asked.tryAcquire(120, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void close() {
    yard.close();
    list.close();
  }

  private void plan(OffsetDateTime time, boolean picked) {
    yard.sql
        .sql(
            """
            UPDATE exchanges.scheduled_tasks SET execution_time = :time, picked = :picked,
              picked_by = CASE WHEN :picked THEN 'a dead node' END,
              last_heartbeat = CASE WHEN :picked THEN CAST(:time AS timestamptz) END
            """)
        .param("time", time)
        .param("picked", picked)
        .update();
  }

  private OffsetDateTime now() {
    return yard.clock.instant().atOffset(ZoneOffset.UTC);
  }

  @Test
  void whatIsMadeIsFetched() throws Exception {
    yard.schedule.start();
    awaitQuestion();
    assertThat(stub.last().path()).isEqualTo("/FetchHashes");
  }

  @Test
  void whatADeadNodeLeftIsTakenUp() throws Exception {
    plan(now().minusHours(1), true);
    yard.schedule.start();
    awaitQuestion();
  }

  @Test
  void whatAClockThatRanAheadPutOffIsTakenUp() throws Exception {
    plan(now().plusYears(10), false);
    yard.schedule.start();
    awaitQuestion();
  }

  @Test
  void whatWasForgottenIsTakenUp() throws Exception {
    yard.sql.sql("DELETE FROM exchanges.scheduled_tasks").update();
    yard.schedule.start();
    awaitQuestion();
  }

  @Test
  void whoDoesNotAnswerHoldsUpNobodyElse() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    stub.answering =
        question -> {
          asked.release();
          hold(end);
          return list.answer(question);
        };
    for (int i = 2; i <= HANGING; i++) {
      make("source" + i, "stopncii", Map.of());
    }
    yard.schedule.start();
    assertThat(asked.tryAcquire(HANGING, 120, TimeUnit.SECONDS)).isTrue();
    Path lists = Files.createDirectories(data.resolve("lists"));
    Files.writeString(lists.resolve("a.txt"), "pdq " + Yard.pdq("a") + "\n");
    make("quick", "local_file", Map.of("filename", "a.txt"));
    await().atMost(Duration.ofMinutes(2)).until(() -> succeeded("quick"));
    assertThat(succeeded("source")).isFalse();
    end.countDown();
  }

  private void make(String name, String api, Map<String, String> settings) {
    yard.exchanges.create(draft(name, api, settings), Yard.CURATOR);
  }

  private static ExchangeDraft draft(String name, String api, Map<String, String> settings) {
    return new ExchangeDraft(name, api, Yard.BANK, settings, ExchangeDraft.USUAL);
  }

  private boolean succeeded(String name) {
    return yard.exchanges.find(name).status().lastSuccess() != null;
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void twoNodesFetchOneExchangeOneAtATime() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    stub.answering =
        question -> {
          asked.release();
          hold(end);
          return list.answer(question);
        };
    Files.createDirectories(data.resolve("lists"));
    Files.writeString(data.resolve("lists/a.txt"), "pdq " + Yard.pdq("a") + "\n");
    try (Schedule other = new Schedule(yard.database.app(), yard.desk, yard.cycle)) {
      Exchanges there = new Exchanges(yard.desk, other, yard.cycle);
      yard.schedule.start();
      awaitQuestion();
      other.start();
      // While one node has it, the other looks at what is due again and again, and leaves it.
      for (int i = 0; i < 5; i++) {
        yard.schedule.soon("source");
        other.soon("source");
        there.fetchNow("source");
        String mark = "mark" + i;
        there.create(draft(mark, "local_file", Map.of("filename", "a.txt")), Yard.CURATOR);
        await().atMost(Duration.ofMinutes(2)).until(() -> succeeded(mark));
      }
      assertThat(asked.availablePermits()).isZero();
      end.countDown();
      again(other);
    }
  }

  /** A wish that came while it was being fetched counts for nothing, so it is said again. */
  private void again(Schedule other) throws InterruptedException {
    while (!asked.tryAcquire(1, 50, TimeUnit.MILLISECONDS)) {
      yard.schedule.soon("source");
      other.soon("source");
    }
  }

  @Test
  void whatWasForgottenWhileItEndedIsTakenUp() throws Exception {
    yard.exchanges.delete("source");
    yard.sql.sql("DELETE FROM exchanges.scheduled_tasks").update();
    yard.schedule.start();
    await().atMost(Duration.ofMinutes(2)).until(() -> yard.desk.table().find("source").isEmpty());
  }

  @Test
  void whatEndsIsTakenOffTheSchedule() throws Exception {
    yard.exchanges.delete("source");
    yard.schedule.start();
    await().atMost(Duration.ofMinutes(2)).until(() -> yard.desk.table().find("source").isEmpty());
    assertThat(stub.asked).isEmpty();
  }
}
