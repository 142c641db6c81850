package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import eu.gardefou.access.SignInLinks;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The first minutes of an installation: nobody has signed in yet. */
@BrowserTest
// A context, and so a database, of its own.
@TestPropertySource(properties = "spring.application.name=gardefou-first-start")
final class FirstSignInTest {
  private final Desk desk;
  private final SignInLinks links;

  FirstSignInTest(Desk desk, SignInLinks links) {
    this.desk = desk;
    this.links = links;
  }

  @Test
  void theLinkMakesTheFirstAdministratorAndWorksOnce() {
    String link = links.firstStart().orElseThrow().path();
    try (Visit visit = desk.visit()) {
      visit.open(link);
      assertThat(visit.heading()).isEqualTo("Welcome");
      PageRules.assertStructure(visit.page());
      visit.keepPicture("welcome");

      visit.page().getByLabel("Name").fill("Ada");
      visit.choosePassword(Scene.PASSWORD, "another one than that");
      assertThat(visit.page().getByRole(AriaRole.ALERT).innerText()).contains("not the same");
      assertThat(visit.page().getByLabel("Name").inputValue()).isEqualTo("Ada");

      visit.choosePassword("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa");
      assertThat(visit.page().getByRole(AriaRole.ALERT).innerText()).contains("easy to guess");

      visit.choosePassword(Scene.PASSWORD, Scene.PASSWORD);
      assertThat(visit.text()).contains("Your password is set");
      visit.signIn("Ada", Scene.PASSWORD);
      assertThat(visit.heading()).isEqualTo("System state");
      assertThat(visit.page().locator(".who").innerText()).contains("Ada", "Administrator");
      assertThat(visit.text()).contains("You can give these roles to people");

      assertThat(visit.open(link).status()).isEqualTo(410);
      assertThat(visit.heading()).isEqualTo("This link no longer works");
      assertThat(visit.page().locator("main form").count()).isZero();

      visit.open("/people");
      visit.link("Ada").click();
      visit.link("Disable").click();
      visit.button("Disable the account").click();
      assertThat(visit.page().getByRole(AriaRole.ALERT).innerText())
          .contains("This is the last administrator");
      visit.open("/");
      assertThat(visit.heading()).isEqualTo("System state");
    }
  }
}
