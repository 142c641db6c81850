package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What its reporter adds to a notice. */
class AdditionsTest {
  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private Receipt add(UUID id, String json) {
    return desk.notices.add(id, NoticeFormTest.read(json));
  }

  @Test
  void aCaseBecomesMoreUrgentAndNeverLess() {
    UUID id = desk.receive("{\"category\": \"other\"}").stored().id();
    add(id, "{\"category\": \"minor\"}");
    assertThat(desk.notices.find(id).notice().category()).isEqualTo(Category.MINOR);
    add(id, "{\"category\": \"other\"}");
    assertThat(desk.notices.find(id).notice().category()).isEqualTo(Category.MINOR);
  }

  @Test
  void anAddressIsCorrectedAndWhatWasSignedStays() {
    UUID id = desk.complete();
    add(id, "{\"reporter\": {\"email\": \"new@example.org\", \"signature\": \"B\"}}");
    assertThat(desk.notices.reporter(id).email()).isEqualTo("new@example.org");
    assertThat(desk.notices.reporter(id).signature()).isEqualTo("Ada Example");
  }

  @Test
  void theSameAdditionTwiceIsOne() {
    UUID id = desk.complete();
    add(id, "{\"explanation\": \"It was posted again.\"}");
    String once = desk.notices.find(id).notice().explanation();
    add(id, "{\"explanation\": \"It was posted again.\"}");
    assertThat(desk.notices.find(id).notice().explanation()).isEqualTo(once);
  }

  @Test
  void aCaseHoldsSoMuchAndSaysSo() {
    UUID id = desk.complete();
    for (int i = 0; i < 3; i++) {
      add(id, "{\"explanation\": \"" + String.valueOf((char) ('a' + i)).repeat(10_000) + "\"}");
    }
    String more = "{\"explanation\": \"" + "z".repeat(10_000) + "\"}";
    assertThatThrownBy(() -> add(id, more)).isInstanceOf(NoticeProblem.class);
    assertThat(desk.notices.find(id).notice().explanation()).doesNotContain("z");
  }

  @Test
  void aFormOfNothingButMistakesIsNotKeptWhole() {
    String ones = IntStream.range(0, 5_000).mapToObj(_ -> "1").collect(Collectors.joining(","));
    Receipt receipt = desk.receive("{\"locations\": [" + ones + "]}");
    assertThat(receipt.errors()).hasSize(Fields.MOST_ERRORS + 1);
  }

  @Test
  void aHeldCaseIsProcessedWhenItMayNotBeHeldAnyMore() {
    UUID id = desk.receive(Examples.ANONYMOUS).stored().id();
    desk.work.hold(id, Desk.ADA, "many unfounded ones");
    add(id, "{\"reporter\": {\"standing\": \"depicted\"}}");
    assertThat(desk.notices.find(id).state()).isEqualTo(State.IN_REVIEW);
  }

  @Test
  void aNoticeThatOthersRepeatIsNoDuplicateItself() {
    UUID first = desk.complete();
    UUID second = desk.complete();
    UUID third = desk.complete();
    desk.work.duplicate(second, first, Desk.ADA, "the same");
    assertThatThrownBy(() -> desk.work.duplicate(first, third, Desk.BEA, "the same"))
        .isInstanceOf(NoticeProblem.class);
  }

  @Test
  void aDuplicateThatWasAnsweredStillSaysOfWhat() {
    UUID first = desk.complete();
    UUID second = desk.complete();
    desk.work.duplicate(second, first, Desk.ADA, "the same");
    desk.work.notified(second, Desk.ADA, "told");
    assertThat(desk.notices.find(second).duplicateOf()).isEqualTo(first);
  }
}
