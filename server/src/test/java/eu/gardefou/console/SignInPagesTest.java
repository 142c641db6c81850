package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import eu.gardefou.access.Role;
import org.junit.jupiter.api.Test;

/** Coming in, going out, and using the console without a mouse. */
@BrowserTest
final class SignInPagesTest {
  private final Desk desk;
  private final Scene scene;

  SignInPagesTest(Desk desk, Scene scene) {
    this.desk = desk;
    this.scene = scene;
  }

  @Test
  void aWrongPasswordIsRefusedInPlainWordsAndNamesNeitherPart() {
    String name = scene.somebody(Role.MODERATOR);
    try (Visit visit = desk.visit()) {
      visit.signIn(name, "five calm grey herons");
      assertThat(visit.page().getByRole(AriaRole.ALERT).innerText()).contains("do not go together");
      assertThat(visit.page().locator(":focus").getAttribute("role")).isEqualTo("alert");
      assertThat(visit.open("/decisions").url()).endsWith("/sign-in");
    }
  }

  @Test
  void signingInOpensTheConsoleAndSigningOutClosesIt() {
    try (Visit visit = desk.signedIn(Role.MODERATOR)) {
      assertThat(visit.heading()).isEqualTo("System state");
      visit.button("Sign out").click();
      assertThat(visit.text()).contains("You are signed out");
      assertThat(visit.open("/decisions").url()).endsWith("/sign-in");
    }
  }

  @Test
  void everythingCanBeDoneByKeyboardAlone() {
    scene.refusedEdit();
    String name = scene.somebody(Role.MODERATOR);
    try (Visit visit = desk.visit()) {
      visit.open("/sign-in");
      Page page = visit.page();
      assertThat(page.locator(":focus").getAttribute("name")).isEqualTo("username");
      page.keyboard().type(name);
      page.keyboard().press("Tab");
      page.keyboard().type(Scene.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL(desk.address() + "/");

      page.keyboard().press("Tab");
      assertThat(page.locator(":focus").innerText()).isEqualTo("Skip to the content");
      assertThat(page.locator(":focus").boundingBox().y).isGreaterThanOrEqualTo(0);

      visit.tabTo("Decisions");
      page.keyboard().press("Enter");
      page.waitForURL("**/decisions");

      visit.tabToField("decision");
      page.keyboard().press("R");
      page.keyboard().press("e");
      page.keyboard().press("f");
      visit.tabTo("Show");
      page.keyboard().press("Enter");
      page.waitForURL("**/decisions?decision=refuse&**");

      assertThat(page.locator("tbody .state").allInnerTexts())
          .isNotEmpty()
          .allMatch(word -> word.strip().equals("Refused"));
      assertThat(page.locator("#decision").inputValue()).isEqualTo("refuse");
    }
  }

  @Test
  void theFocusCanAlwaysBeSeen() {
    try (Visit visit =
        desk.signedIn(Role.MODERATOR, Role.SENIOR, Role.LEGAL, Role.AUDITOR, Role.ADMIN)) {
      visit.open("/keys");
      for (int i = 0; i < 14; i++) {
        visit.page().keyboard().press("Tab");
        Object outline =
            visit
                .page()
                .evaluate(
                    "() => parseFloat(getComputedStyle(document.activeElement).outlineWidth)");
        assertThat(((Number) outline).doubleValue()).isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    try (Visit visit = desk.signedIn(Role.ADMIN)) {
      visit.open("/keys");
      visit
          .page()
          .evaluate(
              "() => document.querySelectorAll('input[name=_csrf]').forEach(i => i.remove())");
      visit.page().getByLabel("Name").fill("forged");
      visit.page().getByLabel("Screen").check();
      Response answer =
          visit
              .page()
              .waitForResponse(
                  response -> response.url().endsWith("/keys"),
                  () -> visit.button("Make the key").click());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(visit.text()).contains("This is not open to you");
      assertThat(visit.open("/keys").text()).doesNotContain("forged");
    }
  }
}
