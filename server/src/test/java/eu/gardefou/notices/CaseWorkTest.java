package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CaseWorkTest {
  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aCaseGoesFromReceiptToAnswer() {
    UUID id = desk.complete();
    desk.work.review(id, Desk.ADA, "next in the queue");
    desk.work.decide(id, Outcome.ACTION_LAW, Desk.ADA, "illegal");
    assertThat(desk.notices.find(id).outcome()).isEqualTo(Outcome.ACTION_LAW);
    desk.work.notified(id, Desk.ADA, "told on the case page");
    assertThat(desk.notices.find(id).outcome()).isEqualTo(Outcome.ACTION_LAW);
    assertThat(desk.notices.events(id).getLast())
        .matches(event -> event.state() == State.NOTIFIED && event.actor().equals("person:1"));
    assertThat(new EventLog(desk.sql).firstBroken(id)).isEmpty();
  }

  @Test
  void everyImpossibleStepIsAnErrorThatChangesNothing() {
    Map<State, Runnable> steps = new EnumMap<>(State.class);
    UUID id = desk.receive(Examples.ANONYMOUS).stored().id();
    UUID other = desk.complete();
    steps.put(State.IN_REVIEW, () -> desk.work.review(id, Desk.ADA, "r"));
    steps.put(State.NEEDS_INFO, () -> desk.work.ask(id, false, Desk.ADA, "r"));
    steps.put(State.NEEDS_LOCATION, () -> desk.work.ask(id, true, Desk.ADA, "r"));
    steps.put(State.DECIDED, () -> desk.work.decide(id, Outcome.NO_ACTION, Desk.ADA, "r"));
    steps.put(State.NOTIFIED, () -> desk.work.notified(id, Desk.ADA, "r"));
    steps.put(State.DUPLICATE, () -> desk.work.duplicate(id, other, Desk.ADA, "r"));
    steps.put(State.MISUSE_HOLD, () -> desk.work.hold(id, Desk.ADA, "r"));
    for (State from : State.values()) {
      steps.forEach((to, step) -> {
        put(id, from, other);
        long before = desk.notices.events(id).size();
        if (from.next().contains(to)) {
          step.run();
          assertThat(desk.notices.find(id).state()).isEqualTo(to);
        } else {
          assertThatThrownBy(step::run).as(from + " to " + to).isInstanceOf(NoticeProblem.class);
          assertThat(desk.notices.find(id).state()).isEqualTo(from);
          assertThat(desk.notices.events(id)).hasSize((int) before);
        }
      });
    }
  }

  private void put(UUID id, State state, UUID other) {
    desk.sql
        .sql(
            """
            UPDATE notices.notice SET state = ?, outcome = 'NO_ACTION', duplicate_of = ?
            WHERE id = ?
            """)
        .params(state.name(), other, id)
        .update();
  }

  @Test
  void aDuplicatesClocksStopAndRunAgainWhenItWasNone() {
    UUID first = desk.complete();
    UUID second = desk.complete();
    desk.work.duplicate(second, first, Desk.ADA, "the same address");
    assertThat(desk.notices.clocks(second)).allMatch(clock -> clock.metAt() != null);
    assertThatThrownBy(() -> desk.work.duplicate(first, second, Desk.ADA, "a circle"))
        .isInstanceOf(NoticeProblem.class);
    desk.work.review(second, Desk.ADA, "another picture after all");
    assertThat(desk.notices.clocks(second))
        .filteredOn(clock -> clock.metAt() == null)
        .extracting(RunningClock::name)
        .containsExactly("NOTICE_DECISION", "TIDA_REMOVAL");
    assertThat(desk.notices.find(second).duplicateOf()).isNull();
  }

  @Test
  void misuseNeverHoldsUpAMinorsCaseOrThePersonInThePicture() {
    UUID minor = desk.receive("{\"category\": \"minor\"}").stored().id();
    UUID depicted = desk.complete();
    for (UUID id : new UUID[] {minor, depicted}) {
      assertThatThrownBy(() -> desk.work.hold(id, Desk.ADA, "many unfounded ones"))
          .isInstanceOf(NoticeProblem.class);
    }
    desk.work.hold(desk.receive(Examples.ANONYMOUS).stored().id(), Desk.ADA, "many");
  }

  @Test
  void everyStepHasAReason() {
    UUID id = desk.complete();
    assertThatThrownBy(() -> desk.work.review(id, Desk.ADA, " ")).isInstanceOf(NoticeProblem.class);
  }
}
