package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import eu.gardefou.evidence.DecisionEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page, in a real browser. */
@BrowserTest
final class EveryPageTest {
  private static final int NARROW = 360;
  private static final int WIDE = 1280;

  private final Desk desk;
  private final Scene scene;
  private final Map<String, String> pages = new LinkedHashMap<>();

  EveryPageTest(Desk desk, Scene scene) {
    this.desk = desk;
    this.scene = scene;
  }

  @BeforeAll
  void fill() {
    List<DecisionEntry> pair = scene.allowedWithResult();
    scene.plain("upload", "upload", "review");
    scene.plain("request", "edit", "refuse-and-report");
    DecisionEntry refused = scene.refusedEdit();
    pages.put("overview", "/");
    pages.put("decisions", "/decisions");
    pages.put("decisions-filtered", "/decisions?decision=refuse&from=2020-01-01");
    pages.put("decisions-none", "/decisions?rule=no-such-rule");
    pages.put("decision", "/decisions/" + refused.id());
    pages.put("decision-request", "/decisions/" + pair.getFirst().id());
    pages.put("decision-result", "/decisions/" + pair.getLast().id());
    pages.put("banks", "/banks");
    pages.put("bank-empty", "/banks/known-abuse");
    pages.put("bank", "/banks/protected-people");
    pages.put(
        "bank-withdraw", "/banks/protected-people/entries/" + scene.bankEntry() + "/withdraw");
    pages.put("bank-settings", "/banks/protected-people/settings");
    pages.put("bank-close", "/banks/" + scene.ownBank() + "/close");
    pages.put("entry", "/banks/protected-people/entries/" + scene.bankEntry());
    pages.put("entry-quarantined", scene.quarantinedEntry());
    pages.put("quarantine", "/banks?quarantined=1");
    String exchange = scene.exchange();
    scene.pausedExchange();
    pages.put("exchanges", "/exchanges");
    pages.put("exchange-pause", "/exchanges/" + exchange + "/pause");
    pages.put("keys", "/keys");
    pages.put("key-revoke", "/keys/" + scene.key() + "/revoke");
    pages.put("people", "/people");
    pages.put("person", "/people/" + scene.number(scene.everything()));
    pages.put("person-disable", "/people/" + scene.number(scene.everything()) + "/disable");
    pages.put("person-disabled", "/people/" + scene.number(scene.somebodyDisabled()));
    pages.put("key-shown-before", "/keys/made/not-any-more");
    pages.put("not-found", "/nothing-here");
    pages.put("decision-unknown", "/decisions/0190c0de-0000-7000-8000-000000000001");
    pages.put("decision-unreadable", "/decisions/not-an-identifier");
    pages.put("sign-in", "/sign-in");
    pages.put("sign-in-wrong", "/sign-in?wrong");
    pages.put("welcome-gone", "/welcome?token=mistyped");
  }

  @Test
  void nothingIsAskedOfAnybodyElse() {
    try (Visit visit = visit(WIDE, ColorScheme.LIGHT)) {
      pages.values().forEach(visit::open);
      visit.assertNothingElseWasAskedFor(desk.address());
    }
  }

  @Test
  void theContentPolicyIsStrictAndNothingOffendsAgainstIt() {
    try (Visit visit = visit(WIDE, ColorScheme.LIGHT)) {
      for (String path : pages.values()) {
        Response response = visit.open(path);
        assertThat(response.headerValue("content-security-policy"))
            .as(path)
            .contains("default-src 'none'")
            .contains("frame-ancestors 'none'")
            .doesNotContain("unsafe");
      }
      assertThat(visit.complaints())
          .filteredOn(complaint -> !complaint.startsWith("Failed to load resource"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void pagesCanBeUsedByEverybodyOnANarrowScreen(ColorScheme scheme) {
    look(NARROW, scheme);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void pagesCanBeUsedByEverybodyOnAWideScreen(ColorScheme scheme) {
    look(WIDE, scheme);
  }

  private void look(int width, ColorScheme scheme) {
    List<String> seen = new ArrayList<>();
    try (Visit visit = visit(width, scheme)) {
      pages.forEach((name, path) -> {
        visit.open(path);
        PageRules.assertStructure(visit.page());
        PageRules.assertContrast(visit.page());
        PageRules.assertNoSidewaysScroll(visit.page());
        visit.keepPicture(name + "-" + width + "-" + scheme);
        seen.add(visit.page().url());
      });
    }
    assertThat(seen).hasSize(pages.size());
  }

  private Visit visit(int width, ColorScheme scheme) {
    return desk.visit(
            new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme))
        .signIn(scene.everything(), Scene.PASSWORD);
  }
}
