package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import eu.gardefou.access.Role;
import eu.gardefou.exchanges.Exchanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** Exchanges at work: how each is, and a pause after a question. */
@BrowserTest
final class ExchangesPagesTest {
  private final Desk desk;
  private final Scene scene;
  private final Exchanges exchanges;
  private final Path lists;

  ExchangesPagesTest(Desk desk, Scene scene, Exchanges exchanges, Environment environment) {
    this.desk = desk;
    this.scene = scene;
    this.exchanges = exchanges;
    this.lists = Path.of(environment.getRequiredProperty("gardefou.data")).resolve("lists");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void anExchangeIsPausedAfterAQuestionAndResumed(int width) {
    String name = scene.exchange();
    try (Visit visit = curator(width)) {
      visit.open("/exchanges");
      pause(visit, name).click();
      assertThat(visit.text()).contains("Pause this exchange?", name, "is not heard");
      visit.link("Keep it").click();
      assertThat(exchanges.find(name).enabled()).isTrue();

      pause(visit, name).click();
      visit.button("Pause the exchange").click();
      assertThat(visit.text()).contains("The exchange is paused. Its entries go on matching.");
      assertThat(card(visit, name).innerText()).contains("Paused", "by person:", "None while");
      assertThat(exchanges.find(name).enabled()).isFalse();
      PageRules.assertNoSidewaysScroll(visit.page());

      visit.button("Resume " + name).click();
      assertThat(visit.text()).contains("The exchange goes on from where it was.");
      assertThat(exchanges.find(name).enabled()).isTrue();
    }
  }

  @Test
  void whatIsWrongIsSaidAndWhatIsWellToo() throws IOException {
    String name = scene.exchange();
    await().atMost(Duration.ofMinutes(2)).until(() -> isFetched(name, false));
    try (Visit visit = curator(1280)) {
      visit.open("/exchanges");
      String failing = card(visit, name).innerText();
      assertThat(failing).contains("Failing", "is not there", "Never", "Opinions not taken", "UTC");

      Files.createDirectories(lists);
      Files.writeString(lists.resolve(name + ".csv"), "md5\n" + "a1".repeat(16) + "\n");
      exchanges.fetchNow(name);
      await().atMost(Duration.ofMinutes(2)).until(() -> isFetched(name, true));
      visit.page().reload();
      assertThat(card(visit, name).innerText())
          .contains("Well", "Entries", "1")
          .doesNotContain("is not there", "Never");
    }
  }

  @Test
  void whoMayNotCurateSeesHowTheyAreAndNoButton() {
    String name = scene.exchange();
    try (Visit visit = desk.signedIn(Role.AUDITOR)) {
      visit.open("/exchanges");
      assertThat(card(visit, name).innerText()).contains("The file");
      assertThat(card(visit, name).locator(".button").count()).isZero();
    }
  }

  private boolean isFetched(String name, boolean well) {
    return Boolean.valueOf(well).equals(exchanges.find(name).status().succeeded());
  }

  private Visit curator(int width) {
    return desk.visit(new Browser.NewContextOptions().setViewportSize(width, 800))
        .signIn(scene.somebody(Role.SENIOR), Scene.PASSWORD);
  }

  private static Locator pause(Visit visit, String name) {
    return visit.page().locator("a[aria-label='Pause " + name + "']");
  }

  private static Locator card(Visit visit, String name) {
    return visit.page().locator(".card").filter(new Locator.FilterOptions().setHasText(name));
  }
}
