package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Role;
import eu.gardefou.evidence.DecisionEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions on record, as people read them. */
@BrowserTest
final class DecisionsPagesTest {
  private final Desk desk;
  private final Scene scene;

  DecisionsPagesTest(Desk desk, Scene scene) {
    this.desk = desk;
    this.scene = scene;
  }

  @Test
  void decisionsAreFilteredByRuleStageAndDay() {
    DecisionEntry refused = scene.refusedEdit();
    scene.allowedWithResult();
    try (Visit visit = desk.signedIn(Role.AUDITOR)) {
      visit.open("/decisions");
      visit.page().getByLabel("Rule").fill("age-unknown");
      visit.button("Show").click();
      assertThat(visit.page().locator("tbody tr").allInnerTexts())
          .isNotEmpty()
          .allMatch(row -> row.contains("age-unknown"));

      visit.open("/decisions?stage=result");
      assertThat(visit.page().locator("tbody tr").allInnerTexts())
          .isNotEmpty()
          .allMatch(row -> row.contains("Result"));

      visit.open("/decisions?to=2020-01-01");
      assertThat(visit.text()).contains("Nothing matches this filter");
      visit.open("/decisions?from=2020-01-01&to=2999-01-01");
      assertThat(visit.page().content()).contains(refused.id().toString());
      visit.open("/decisions?from=yesterday");
      assertThat(visit.text()).contains("A date looks like");
    }
  }

  @Test
  void olderDecisionsAreAPageAwayAndNoneIsLostBetweenPages() {
    for (int i = 0; i < 60; i++) {
      scene.plain("upload", "upload", "mark");
    }
    try (Visit visit = desk.signedIn(Role.AUDITOR)) {
      visit.open("/decisions?kind=upload&decision=mark");
      assertThat(visit.page().locator("tbody tr").count()).isEqualTo(50);
      visit.link("Older").click();
      visit.page().waitForURL("**before=**");
      assertThat(visit.page().locator("tbody tr").count()).isEqualTo(10);
      assertThat(visit.page().getByLabel("Kind").inputValue()).isEqualTo("upload");
      visit.link("Latest").click();
      visit.page().waitForURL(url -> !url.contains("before"));
      assertThat(visit.page().locator("tbody tr").count()).isEqualTo(50);
    }
  }

  @Test
  void aDecisionSaysWhyFirstAndThenShowsAllThatLedToIt() {
    DecisionEntry refused = scene.refusedEdit();
    try (Visit visit = desk.signedIn(Role.AUDITOR)) {
      visit.open("/decisions/" + refused.id());
      assertThat(visit.heading()).isEqualTo("Refused");
      assertThat(visit.text())
          .containsSubsequence(
              "Request for an edit",
              "This would make a sexual picture out of a photo of a person.",
              "sexualised-edit-of-a-person",
              "Speaks of revealing clothes",
              "0.90",
              "Sexual content",
              "nsfw-inception-v3",
              "a1b2c3d4e5f6",
              "youngest apparent age 24",
              "no usable age, and unknown is not adult",
              "protected-people",
              "12 of 256 bits differ",
              "could not be assessed: its model is missing",
              "of-a-later-version",
              "Which checks looked",
              "The written request",
              "Looked",
              "Did not look",
              "it is not set up",
              "Pictures are never shown here",
              refused.contents().getFirst().digest(),
              refused.policyVersion(),
              "key:7f3a0c5a61d2");
    }
  }

  @Test
  void aRequestAndItsResultLeadToEachOther() {
    List<DecisionEntry> pair = scene.allowedWithResult();
    try (Visit visit = desk.signedIn(Role.AUDITOR)) {
      visit.open("/decisions/" + pair.getFirst().id());
      visit.page().locator(".notice a").click();
      visit.page().waitForURL("**/decisions/" + pair.getLast().id());
      assertThat(visit.heading()).isEqualTo("Allowed with a mark");
      visit.page().locator(".notice a").click();
      visit.page().waitForURL("**/decisions/" + pair.getFirst().id());
    }
  }
}
