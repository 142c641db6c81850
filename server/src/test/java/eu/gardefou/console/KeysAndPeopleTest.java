package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.gardefou.access.Role;
import org.junit.jupiter.api.Test;

/** What administrators do: keys for machines, links and roles for people. */
@BrowserTest
final class KeysAndPeopleTest {
  private final Desk desk;

  KeysAndPeopleTest(Desk desk) {
    this.desk = desk;
  }

  @Test
  void aKeyIsShownOnceAndCanBeRevoked() {
    try (Visit visit = desk.signedIn(Role.ADMIN)) {
      visit.open("/keys");
      visit.page().getByLabel("Name").fill("night shift");
      visit.button("Make the key").click();
      assertThat(visit.page().getByRole(AriaRole.ALERT).innerText()).contains("at least one");
      assertThat(visit.page().getByLabel("Name").inputValue()).isEqualTo("night shift");

      visit.page().getByLabel("Screen").check();
      visit.button("Make the key").click();
      Locator field = visit.page().getByLabel("Key", exactly());
      String secret = field.inputValue();
      assertThat(secret).startsWith("gf_");
      assertThat(field.getAttribute("readonly")).isNotNull();
      PageRules.assertStructure(visit.page());

      visit.link("I have kept it").click();
      assertThat(visit.page().content()).contains("night shift").doesNotContain(secret);
      assertThat(visit.complaints()).noneMatch(complaint -> complaint.contains("Content Security"));
      visit.page().locator("tr").filter(has("night shift")).getByRole(AriaRole.LINK).click();
      visit.button("Revoke the key").click();
      assertThat(visit.text()).contains("The key was revoked");
      assertThat(visit.page().locator("tr").filter(has("night shift")).innerText())
          .contains("Revoked");
    }
  }

  @Test
  void aPageLoadedAgainMakesNothingAgainAndShowsNothingAgain() {
    try (Visit visit = desk.signedIn(Role.ADMIN)) {
      visit.open("/keys");
      visit.page().getByLabel("Name").fill("once only");
      visit.page().getByLabel("Screen").check();
      visit.button("Make the key").click();
      String secret = visit.page().getByLabel("Key", exactly()).inputValue();
      String shownAt = visit.page().url();

      visit.page().reload();
      assertThat(visit.text()).contains("shown once and is not shown again");
      assertThat(visit.page().content()).doesNotContain(secret);
      visit.open(shownAt);
      visit.page().goBack();
      assertThat(visit.page().content()).doesNotContain(secret);
      visit.open("/keys");
      assertThat(visit.page().locator("tr").filter(has("once only")).count()).isEqualTo(1);
    }
  }

  @Test
  void aLinkIsShownOnceToo() {
    try (Visit visit = desk.signedIn(Role.ADMIN)) {
      visit.open("/people");
      visit.page().getByLabel("Name").fill("Ines");
      visit.page().getByLabel("Auditor").check();
      visit.button("Add").click();
      String link = visit.page().getByLabel("Link", exactly()).inputValue();

      visit.page().reload();
      assertThat(visit.text()).contains("link was shown once");
      assertThat(visit.page().content()).doesNotContain(link);
      assertThat(visit.page().locator("tr").filter(has("Ines")).count()).isEqualTo(1);
    }
  }

  @Test
  void somebodyDisabledCanBeEnabledAgain() {
    try (Visit admin = desk.signedIn(Role.ADMIN);
        Visit auditor = desk.signedIn(Role.AUDITOR);
        Visit person = desk.visit()) {
      admin.open("/people");
      admin.page().getByLabel("Name").fill("Mira");
      admin.page().getByLabel("Moderator", exactly()).check();
      admin.button("Add").click();
      person.open(admin.page().getByLabel("Link", exactly()).inputValue());
      person.choosePassword(Scene.PASSWORD, Scene.PASSWORD);
      admin.link("I have kept it").click();
      String page = admin.page().url();
      admin.link("Disable").click();
      admin.button("Disable the account").click();
      assertThat(person.signIn("Mira", Scene.PASSWORD).page().url()).contains("/sign-in?wrong");
      auditor.open(page);
      assertThat(auditor.text()).contains("Mira", "Disabled");
      assertThat(auditor.button("Enable").count()).isZero();

      admin.open(page);
      PageRules.assertStructure(admin.page());
      admin.button("Enable").click();

      assertThat(admin.text()).contains("The account was enabled");
      assertThat(admin.page().url()).isEqualTo(page);
      person.signIn("Mira", Scene.PASSWORD);
      assertThat(person.heading()).isEqualTo("System state");
    }
  }

  @Test
  void somebodyNewComesInByALinkAndIsGoneWhenDisabled() {
    try (Visit admin = desk.signedIn(Role.ADMIN);
        Visit newcomer = desk.visit()) {
      admin.open("/people");
      admin.page().getByLabel("Name").fill("Noor");
      admin.page().getByLabel("Auditor").check();
      admin.button("Add").click();
      String link = admin.page().getByLabel("Link", exactly()).inputValue();
      assertThat(link).startsWith(desk.address() + "/welcome?token=");

      newcomer.open(link);
      assertThat(newcomer.text()).contains("Noor, choose a password");
      PageRules.assertStructure(newcomer.page());
      newcomer.choosePassword(Scene.PASSWORD, Scene.PASSWORD);
      newcomer.signIn("Noor", Scene.PASSWORD);
      assertThat(newcomer.heading()).isEqualTo("System state");

      admin.link("I have kept it").click();
      admin.page().getByLabel("Senior moderator").check();
      admin.button("Save roles").click();
      assertThat(admin.text()).contains("The roles were saved");
      newcomer.open("/banks/known-abuse");
      assertThat(newcomer.text()).contains("Add an entry");

      admin.link("Disable").click();
      admin.button("Disable the account").click();
      assertThat(admin.text()).contains("The account was disabled");
      assertThat(newcomer.open("/").url()).endsWith("/sign-in");
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
