package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class NoticeFormTest {
  static Draft read(String json) {
    return NoticeForm.read((ObjectNode) JsonMapper.shared().readTree(json));
  }

  @Test
  void readsEverythingOfBothLaws() {
    Draft draft = read(Examples.COMPLETE);
    assertThat(draft.errors()).isEmpty();
    Notice notice = draft.notice();
    assertThat(notice.locators()).hasSize(2);
    assertThat(notice.locators().getFirst())
        .isEqualTo(new Locator.Address("https://forum.example/t/17"));
    assertThat(notice.locators().getLast()).isInstanceOf(Locator.DeviceHash.class);
    assertThat(notice.reporter().standing()).isEqualTo(Standing.DEPICTED);
    assertThat(notice.category()).isEqualTo(Category.INTIMATE_SYNTHETIC);
    assertThat(Completeness.of(notice).missing()).isEmpty();
  }

  @Test
  void anEmptyNoticeLacksEveryElementAndIsStillANotice() {
    Draft draft = read("{}");
    assertThat(draft.errors()).isEmpty();
    assertThat(Completeness.of(draft.notice()).missing()).containsExactly(Element.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"minor", "minor-synthetic"})
  void aMinorsCaseMayBeAnonymousForEuropeanLawAlone(String category) {
    Draft draft =
        read(
            """
            {"locations": [{"url": "https://a.example/1"}], "explanation": "a child is shown",
             "goodFaith": true, "category": "%s"}
            """
                .replace("%s", category));
    Completeness completeness = Completeness.of(draft.notice());
    assertThat(completeness.isCompleteFor(Regime.DSA)).isTrue();
    assertThat(completeness.isCompleteFor(Regime.TIDA)).isFalse();
    Notice unhinted = read(Examples.ANONYMOUS).notice();
    assertThat(Completeness.of(unhinted).missing()).contains(Element.DSA_NAME, Element.DSA_EMAIL);
  }

  @Test
  void aHashAloneIsKeptAndTheAddressAskedFor() {
    Notice notice = read("{\"locations\": [{\"pdq\": \"" + "0f".repeat(32) + "\"}]}").notice();
    assertThat(notice.locators()).hasSize(1);
    assertThat(Completeness.of(notice).missing())
        .contains(Element.DSA_LOCATION, Element.TIDA_LOCATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"locations\": [{\"url\": \"forum.example/1\"}]}",
        "{\"locations\": [{\"url\": \"ftp://a.example/1\"}]}",
        "{\"locations\": [{\"url\": \"https://me:word@a.example/1\"}]}",
        "{\"locations\": [{\"url\": \"https://a.example/a b\"}]}",
        "{\"locations\": [{\"url\": 7}]}",
        "{\"locations\": [{\"pdq\": \"00ff\"}]}",
        "{\"locations\": [{}]}",
        "{\"locations\": [\"https://a.example/1\"]}",
        "{\"locations\": \"https://a.example/1\"}",
        "{\"explanation\": [\"a\"]}",
        "{\"reporter\": \"me\"}",
        "{\"reporter\": {\"email\": \"me at example\"}}",
        "{\"reporter\": {\"standing\": \"friend\"}}",
        "{\"goodFaith\": \"yes\"}",
        "{\"category\": \"bad\"}",
        "{\"language\": \"French\"}",
        "{\"country\": \"fr\"}",
        "{\"trustedFlagger\": \"me\"}"
      })
  void aMalformedFieldIsNamedAndKeptAsSentAndTheRestIsRead(String part) {
    String rest = "\"notConsented\": true, ";
    Draft draft = read("{" + rest + part.substring(1));
    assertThat(draft.errors()).hasSize(1);
    FieldError error = draft.errors().getFirst();
    assertThat(error.field()).isNotBlank();
    assertThat(error.sentence()).endsWith(".");
    assertThat(error.sent()).isNotBlank();
    assertThat(draft.notice().notConsented()).isTrue();
  }

  @Test
  void whatIsTooLongOrTooManyIsNamedAndNothingElseIsLost() {
    String locations =
        IntStream.range(0, 102)
            .mapToObj(i -> "{\"url\": \"https://a.example/" + i + "\"}")
            .collect(Collectors.joining(","));
    Draft draft =
        read(
            "{\"locations\": ["
                + locations
                + "], \"explanation\": \""
                + "x".repeat(10_001)
                + "\"}");
    assertThat(draft.notice().locators()).hasSize(100);
    assertThat(draft.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("explanation", "locations[100]", "locations[101]");
    assertThat(draft.errors().getLast().sent()).contains("https://a.example/101");
  }

  @Test
  void whatIsAddedLaterFillsGapsAndTakesNothingBack() {
    Notice first = read(Examples.ANONYMOUS).notice();
    Notice all = first.completedBy(read(Examples.COMPLETE).notice());
    assertThat(Completeness.of(all).missing()).isEmpty();
    assertThat(all.explanation()).startsWith(first.explanation());
    assertThat(all.completedBy(first).locators()).isEqualTo(all.locators());
    assertThat(all.completedBy(first).goodFaith()).isTrue();
  }

  @Test
  void nothingOfThePersonIsPrinted() {
    assertThat(read(Examples.COMPLETE).toString()).doesNotContain("Ada", "ada@example.org");
  }
}
