package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eu.gardefou.access.Role;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.Banks;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Banks at work: an entry is added, and withdrawn after a question. */
@BrowserTest
final class BanksPagesTest {
  private static final String HASH = "0f1e2d3c4b5a69788796a5b4c3d2e1f0".repeat(2);

  private final Desk desk;
  private final Banks banks;

  BanksPagesTest(Desk desk, Banks banks) {
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
