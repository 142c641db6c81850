package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import eu.gardefou.access.Caller;
import eu.gardefou.access.Role;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.EntryPage;
import eu.gardefou.matching.EntryState;
import eu.gardefou.matching.Provenance;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Banks at work: an entry is added, and withdrawn after a question. */
@BrowserTest
final class BanksPagesTest {
  private static final String HASH = "0f1e2d3c4b5a69788796a5b4c3d2e1f0".repeat(2);

  private final Desk desk;
  private final Banks banks;
  private final JdbcClient sql;

  BanksPagesTest(Desk desk, Banks banks, JdbcClient sql) {
    this.sql = sql;
    this.desk = desk;
    this.banks = banks;
  }

  @Test
  void anEntryIsAddedByHashAndWithdrawnAfterAQuestion() {
    try (Visit visit = desk.signedIn(Role.SENIOR)) {
      visit.open("/banks");
      visit.link("known-abuse").click();
      visit.page().getByLabel("PDQ hash").fill(HASH);
      Locator form = visit.page().locator("form").filter(has("Add hash"));
      form.getByLabel("Source").fill("Hotline, case 7");
      visit.button("Add hash").click();
      assertThat(visit.text()).contains("The entry was added", HASH, "Hotline, case 7");
      assertThat(active(Bank.KNOWN_ABUSE)).isEqualTo(1);

      visit.page().reload();
      assertThat(visit.text()).doesNotContain("The entry was added");

      visit.link("Withdraw").click();
      assertThat(visit.text()).contains("Withdraw this entry?", HASH);
      visit.link("Keep it").click();
      assertThat(active(Bank.KNOWN_ABUSE)).isEqualTo(1);
      visit.link("Withdraw").click();
      visit.button("Withdraw the entry").click();
      assertThat(visit.text()).contains("It no longer acts", "Withdrawn on");
      assertThat(active(Bank.KNOWN_ABUSE)).isZero();
    }
  }

  @Test
  void anEntryIsAddedByPictureWhichIsNeverShown() {
    try (Visit visit = desk.signedIn(Role.SENIOR)) {
      visit.open("/banks/protected-people");
      long before = active(Bank.PROTECTED_PEOPLE);
      visit.addPicture("pattern.png", "image/png", pattern());
      assertThat(visit.text()).contains("The entry was added", "Quality ");
      assertThat(active(Bank.PROTECTED_PEOPLE)).isEqualTo(before + 1);
      PageRules.assertStructure(visit.page());

      visit.addPicture(
          "words.png", "image/png", "no picture at all".getBytes(StandardCharsets.US_ASCII));
      assertThat(visit.page().getByRole(AriaRole.ALERT).innerText()).contains("not a picture");
      assertThat(visit.page().locator("#picture-source").inputValue()).isEqualTo("Helpline");
      assertThat(active(Bank.PROTECTED_PEOPLE)).isEqualTo(before + 1);
    }
  }

  @Test
  void whatIsNotAHashIsRefusedAndNothingIsTypedTwice() {
    try (Visit visit = desk.signedIn(Role.LEGAL)) {
      visit.open("/banks/known-abuse");
      long before = active(Bank.KNOWN_ABUSE);
      // Past the browser's own check of the pattern, as somebody without one would be.
      visit
          .page()
          .evaluate("() => document.querySelectorAll('form').forEach(f => f.noValidate = true)");
      visit.page().getByLabel("PDQ hash").fill("z".repeat(64));
      visit.page().locator("#hash-source").fill("Hotline");
      visit.button("Add hash").click();
      assertThat(visit.page().getByRole(AriaRole.ALERT).innerText()).contains("not a PDQ hash");
      assertThat(visit.page().locator("#hash-source").inputValue()).isEqualTo("Hotline");
      assertThat(active(Bank.KNOWN_ABUSE)).isEqualTo(before);
    }
  }

  @Test
  void aBankIsMadeChangedAndClosedAfterAQuestion() {
    try (Visit visit = desk.signedIn(Role.SENIOR)) {
      visit.open("/banks");
      visit.page().getByLabel("Name of the bank").fill("removed-2026");
      visit.page().getByLabel("Stays removed").check();
      visit.button("Make bank").click();
      assertThat(visit.text()).contains("The bank was made", "Stays removed");
      assertThat(banks.find("removed-2026").kind()).isEqualTo(BankKind.STAY_DOWN);

      visit.link("Change this bank").click();
      visit.page().getByLabel("Largest distance").fill("12");
      visit.page().getByLabel("Let this bank rest").selectOption("FURTHER_NOTICE");
      visit.button("Save changes").click();
      assertThat(visit.text()).contains("The changes were saved", "Rests until further notice");
      assertThat(banks.find("removed-2026").radius()).isEqualTo(12);
      assertThat(banks.find("removed-2026").settings().disabledUntil()).isEqualTo(Instant.MAX);

      visit.link("Change this bank").click();
      visit.link("Close this bank").click();
      assertThat(visit.text()).contains("Close this bank?");
      visit.button("Close the bank").click();
      assertThat(visit.text()).contains("The bank was closed");
      assertThat(banks.list()).extracting(Bank::name).doesNotContain("removed-2026");
    }
  }

  @Test
  void aTakenNameIsSaidAndNothingIsTypedTwice() {
    try (Visit visit = desk.signedIn(Role.LEGAL)) {
      visit.open("/banks");
      visit.page().getByLabel("Name of the bank").fill("known-abuse");
      visit.page().getByLabel("What it is for").fill("Why not.");
      visit.button("Make bank").click();
      assertThat(visit.page().getByRole(AriaRole.ALERT).innerText()).contains("name already");
      assertThat(visit.page().getByLabel("What it is for").inputValue()).isEqualTo("Why not.");
    }
  }

  @Test
  void anEntryIsSetAsideJudgedAndReleased() {
    Provenance source = new Provenance("Hotline", "");
    PdqHash hash = PdqHash.parse("3c".repeat(32));
    BankEntry entry = banks.add(Bank.KNOWN_ABUSE, hash, null, source, Caller.LOCAL);
    try (Visit visit = desk.signedIn(Role.SENIOR)) {
      visit.open("/banks/known-abuse/entries/" + entry.id());
      visit.page().getByLabel("For how long").selectOption("WEEK");
      visit.button("Apply").click();
      assertThat(visit.text()).contains("The entry rests", "Rests until");
      assertThat(state(entry)).isInstanceOf(EntryState.Resting.class);
      visit.page().getByLabel("For how long").selectOption("NONE");
      visit.button("Apply").click();
      assertThat(state(entry)).isInstanceOf(EntryState.Acting.class);

      visit.page().getByLabel("Reason").fill("a lamp");
      visit.button("No, dispute").click();
      assertThat(visit.text()).contains("Your answer was kept");
      visit.page().getByLabel("Note (may stay empty)").fill("seen on Monday");
      visit.button("Save note").click();
      assertThat(banks.entry(Bank.KNOWN_ABUSE, entry.id()).note()).isEqualTo("seen on Monday");

      sql.sql("UPDATE matching.entry SET quarantined_at = now() WHERE number = ?")
          .param(entry.number())
          .update();
      visit.open("/banks");
      visit.link("One entry waits").click();
      visit.link("3c3c").click();
      visit.button("Let it match").click();
      assertThat(visit.text()).contains("The entry matches again");
      assertThat(state(entry)).isInstanceOf(EntryState.Acting.class);
    }
  }

  @Test
  void twoWhoChangeOneBankAtOnceOverwriteNothing() {
    banks.make(BankSettings.of("for-two", BankKind.OTHER), Caller.LOCAL);
    try (Visit one = desk.signedIn(Role.SENIOR);
        Visit two = desk.signedIn(Role.LEGAL)) {
      one.open("/banks/for-two/settings");
      two.open("/banks/for-two/settings");
      one.page().getByLabel("What it is for").fill("What the first one wants.");
      one.button("Save changes").click();
      assertThat(one.text()).contains("The changes were saved");

      two.page().getByLabel("Largest distance").fill("7");
      Response answer =
          two.page().waitForResponse("**/settings", () -> two.button("Save changes").click());
      assertThat(answer.status()).isEqualTo(409);
      assertThat(two.page().getByRole(AriaRole.ALERT).innerText()).contains("Somebody else");
      assertThat(two.page().getByLabel("What it is for").inputValue())
          .isEqualTo("What the first one wants.");
      assertThat(banks.find("for-two").radius()).isEqualTo(31);

      two.page().getByLabel("Largest distance").fill("7");
      two.button("Save changes").click();
      assertThat(two.text()).contains("The changes were saved");
      assertThat(banks.find("for-two").purpose()).isEqualTo("What the first one wants.");
      assertThat(banks.find("for-two").radius()).isEqualTo(7);
    }
  }

  @Test
  void longListsAreReadPageByPage() {
    String bank = banks.make(BankSettings.of("long-list", BankKind.OTHER), Caller.LOCAL).name();
    PdqHash hash = PdqHash.parse("5a".repeat(32));
    for (int k = 0; k <= EntryPage.SIZE; k++) {
      banks.add(bank, hash, null, new Provenance("Source " + k, ""), Caller.LOCAL);
    }
    try (Visit visit = desk.signedIn(Role.SENIOR)) {
      visit.open("/banks/long-list");
      assertThat(visit.text()).contains("Source 50").doesNotContain("Source 0");
      visit.link("Older").click();
      assertThat(visit.text()).contains("Source 0").doesNotContain("Source 1");
      visit.link("Latest").click();
      assertThat(visit.text()).contains("Source 50");

      sql.sql("UPDATE matching.entry SET quarantined_at = now() WHERE source LIKE 'Source %'")
          .update();
      visit.open("/banks?quarantined=1");
      assertThat(visit.text()).contains("51 entries wait");
      visit.link("Those that wait less long").click();
      assertThat(visit.page().locator("li.card").count()).isEqualTo(1);
      visit.link("Those that wait longest").click();
      assertThat(visit.page().locator("li.card").count()).isEqualTo(50);
      sql.sql("UPDATE matching.entry SET quarantined_at = NULL WHERE source LIKE 'Source %'")
          .update();

      assertThat(visit.open("/banks/long-list?next=page-2").status()).isEqualTo(400);
      assertThat(visit.open("/banks?quarantined=1&next=page-2").status()).isEqualTo(400);
    }
  }

  private EntryState state(BankEntry entry) {
    return banks.entry(Bank.KNOWN_ABUSE, entry.id()).state();
  }

  private long active(String bank) {
    return banks.list().stream()
        .filter(found -> found.name().equals(bank))
        .findFirst()
        .orElseThrow()
        .active();
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** Boxes in many colours: enough detail for a hash, and nobody's picture. */
  private static byte[] pattern() {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200; i++) {
      pen.setColor(new Color(random.nextInt(0x1000000)));
      pen.fillRect(
          random.nextInt(300), random.nextInt(220), 20 + random.nextInt(60), random.nextInt(60));
    }
    pen.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
