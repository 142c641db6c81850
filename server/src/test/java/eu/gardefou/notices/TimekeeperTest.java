package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TimekeeperTest {
  private final Desk desk = new Desk();
  private final Timekeeper timekeeper =
      new Timekeeper(
          desk.database.app(),
          new Escalation(desk.sql, desk.transactions, desk.clock),
          new Requests(desk.sql),
          desk.clock);

  @AfterEach
  void close() {
    timekeeper.close();
    desk.close();
  }

  @Test
  void aLookThatAClockPutOffIsBroughtBack() {
    plan(desk.clock.instant().plus(Duration.ofDays(400)));
    timekeeper.mend();
    assertThat(timekeeper.next()).contains(desk.clock.instant());
  }

  @Test
  void aLookThatIsDueSoonStaysWhereItIs() {
    Instant soon = desk.clock.instant().plus(Duration.ofMinutes(1));
    plan(soon);
    timekeeper.mend();
    assertThat(timekeeper.next()).contains(soon);
  }

  @Test
  void whatIsOldIsForgottenAndWhatIsNotIsKept() {
    Requests requests = new Requests(desk.sql);
    var sent = Requests.Sent.of(desk.secrets, Submitter.PUBLIC, "one", "{}");
    Draft draft = NoticeFormTest.read("{}");
    Receipt first = desk.notices.receive(draft, Submitter.PUBLIC, sent);
    desk.clock.move(Requests.MEMORY);
    requests.tidy(desk.clock.instant());
    assertThat(desk.notices.receive(draft, Submitter.PUBLIC, sent).stored().id())
        .isEqualTo(first.stored().id());
    desk.clock.move(Duration.ofSeconds(1));
    requests.tidy(desk.clock.instant());
    assertThat(desk.notices.receive(draft, Submitter.PUBLIC, sent).stored().id())
        .isNotEqualTo(first.stored().id());
  }

  /** As another node left it. */
  private void plan(Instant at) {
    desk.sql
        .sql(
            """
            INSERT INTO notices.scheduled_tasks
              (task_name, task_instance, execution_time, picked, version)
            VALUES ('notices-clocks', 'recurring', ?, false, 1)
            """)
        .param(Rows.time(at))
        .update();
  }
}
