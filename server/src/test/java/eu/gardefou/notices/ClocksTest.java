package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClocksTest {
  private static final String MINOR = "{\"category\": \"minor\"}";
  private final Desk desk = new Desk();
  private final Escalation escalation = new Escalation(desk.sql, desk.transactions, desk.clock);

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({"minor, PT1H", "intimate, PT24H", "other, PT168H"})
  void theDecisionIsDueByWhatItIsAbout(String category, Duration due) {
    Receipt receipt = desk.receive("{\"category\": \"" + category + "\"}");
    RunningClock clock = named(receipt, "NOTICE_DECISION");
    assertThat(clock.dueAt()).isEqualTo(desk.clock.instant().plus(due));
    assertThat(receipt.stored().dueAt()).isEqualTo(clock.dueAt());
    assertThat(named(receipt, "NOTICE_ACK").metAt()).isEqualTo(desk.clock.instant());
  }

  @Test
  void theAmericanClockStartsWhenItsElementsAreCompleteAndNotBefore() {
    Receipt first = desk.receive(Examples.ANONYMOUS);
    assertThat(first.clocks()).extracting(RunningClock::name).doesNotContain("TIDA_REMOVAL");
    desk.clock.move(Duration.ofHours(5));
    Receipt more = desk.notices.add(first.stored().id(), NoticeFormTest.read(Examples.COMPLETE));
    assertThat(named(more, "TIDA_REMOVAL").dueAt())
        .isEqualTo(desk.clock.instant().plus(Duration.ofDays(2)));
    assertThat(named(more, "NOTICE_DECISION").dueAt())
        .isEqualTo(named(first, "NOTICE_DECISION").dueAt());
  }

  @Test
  void whatIsAddedCanOnlyMakeAClockRunOutEarlier() {
    Receipt first = desk.receive(Examples.ANONYMOUS);
    desk.clock.move(Duration.ofHours(2));
    Receipt minor = desk.notices.add(first.stored().id(), NoticeFormTest.read(MINOR));
    assertThat(minor.stored().notice().severity()).isEqualTo(Severity.MINOR);
    assertThat(minor.stored().dueAt()).isEqualTo(desk.clock.instant().plus(Duration.ofHours(1)));

    Receipt second = desk.receive(Examples.ANONYMOUS);
    Receipt other =
        desk.notices.add(second.stored().id(), NoticeFormTest.read("{\"category\": \"other\"}"));
    assertThat(other.stored().dueAt()).isEqualTo(second.stored().dueAt());
  }

  @Test
  void aDecisionStopsTheClocks() {
    UUID id = desk.complete();
    desk.work.review(id, Desk.ADA, "next");
    desk.work.decide(id, Outcome.ACTION_LAW, Desk.ADA, "illegal");
    assertThat(desk.notices.clocks(id)).allMatch(clock -> clock.metAt() != null);
    assertThat(desk.notices.find(id).dueAt()).isEqualTo(Instant.MAX);
    desk.clock.move(Duration.ofDays(30));
    assertThat(escalation.run()).isZero();
  }

  @Test
  void aClockIsEscalatedBeforeItRunsOutAndWhenItHas() {
    UUID id = desk.receive(MINOR).stored().id();
    desk.clock.move(Duration.ofMinutes(30).minusMillis(1));
    assertThat(escalation.run()).isZero();
    desk.clock.move(Duration.ofMillis(1));
    assertThat(escalation.run()).isEqualTo(1);
    assertThat(escalation.run()).isZero();
    assertThat(escalations(id)).containsExactly("NOTICE_DECISION is about to run out");
    desk.clock.move(Duration.ofMinutes(30));
    assertThat(escalation.run()).isEqualTo(1);
    assertThat(escalations(id)).last().isEqualTo("NOTICE_DECISION has run out");
  }

  @Test
  void aClockOfTheMachineThatJumpsEscalatesOnce() {
    UUID id = desk.receive(MINOR).stored().id();
    desk.clock.move(Duration.ofDays(400));
    assertThat(escalation.run()).isEqualTo(1);
    desk.clock.move(Duration.ofDays(-400));
    assertThat(escalation.run()).isZero();
    desk.clock.move(Duration.ofDays(1));
    assertThat(escalation.run()).isZero();
    assertThat(escalations(id)).containsExactly("NOTICE_DECISION has run out");
  }

  @Test
  void manyNodesEscalateEachClockOnce() throws Exception {
    List<UUID> cases = Stream.generate(() -> desk.receive(MINOR).stored().id()).limit(20).toList();
    desk.clock.move(Duration.ofMinutes(45));
    int told = 0;
    try (var nodes = Executors.newFixedThreadPool(4)) {
      Callable<Integer> node = () -> new Escalation(desk.sql, desk.transactions, desk.clock).run();
      for (var one : nodes.invokeAll(List.of(node, node, node, node))) {
        told += one.get();
      }
    }
    assertThat(told).isEqualTo(20);
    assertThat(cases).allSatisfy(id -> assertThat(escalations(id)).hasSize(1));
    assertThat(cases)
        .allSatisfy(id -> assertThat(new EventLog(desk.sql).firstBroken(id)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    // A Thursday; Friday is Christmas Day, then a weekend.
    "2026-12-24T10:00:00Z, 1, 2026-12-28T23:00:00Z",
    "2026-12-24T10:00:00Z, 5, 2027-01-04T23:00:00Z",
    // Already Friday in Brussels.
    "2026-11-26T23:30:00Z, 1, 2026-11-30T23:00:00Z",
    // Over the night in which summer time begins.
    "2026-03-27T10:00:00Z, 1, 2026-03-30T22:00:00Z"
  })
  void workingDaysSkipWeekendsAndHolidaysAndEndWithTheDay(Instant start, int days, Instant end) {
    ClockRules rules = table("working-days: " + days + "\n    calendar: union");
    assertThat(rules.rules().getFirst().term().end(start)).isEqualTo(end);
  }

  @Test
  void aRowHoldsFromItsFirstDayToItsLast() {
    ClockRule rule = table("hours: 1\n    until: 2026-12-31").rules().getFirst();
    assertThat(rule.holdsAt(Instant.parse("2025-12-31T23:59:59Z"))).isFalse();
    assertThat(rule.holdsAt(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
    assertThat(rule.holdsAt(Instant.parse("2026-12-31T23:59:59Z"))).isTrue();
    assertThat(rule.holdsAt(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hours: 1\n    working-days: 2",
        "hours: -1",
        "hours: many",
        "working-days: 2\n    calendar: moon",
        "hours: 1\n    until: soon",
        "hours: 1\n    severity: [all]",
        "hours: 1\n    colour: blue",
        "regime: [",
        ""
      })
  void aWrongTableIsRefused(String row) {
    assertThatThrownBy(() -> table(row))
        .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
  }

  private static ClockRules table(String row) {
    return ClockRulesFile.read(
        """
        calendars:
          union: {zone: Europe/Brussels, holidays: [2026-12-25, 2027-01-01]}
        clocks:
          - name: TEST
            regime: DSA
            source: here
            rule: a test
            from: 2026-01-01
            starts: received
            met-by: decided
            warn-hours: 0
            %s
        """
            .replace("    %s", row.isEmpty() ? "" : "    " + row));
  }

  private List<String> escalations(UUID id) {
    return desk.notices.events(id).stream()
        .filter(event -> event.kind() == Event.Kind.ESCALATED)
        .map(Event::reason)
        .toList();
  }

  private static RunningClock named(Receipt receipt, String name) {
    return receipt.clocks().stream()
        .filter(clock -> clock.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
