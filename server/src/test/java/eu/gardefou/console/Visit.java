package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One browser window, and all that it asked for and complained of. */
final class Visit implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Visit(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    context.onRequest(request -> requests.add(request.url()));
    context.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  /** Opens an address and hands back what the server said. */
  Response open(String path) {
    return Objects.requireNonNull(page.navigate(path));
  }

  /** Signs in by the form. */
  Visit signIn(String name, String password) {
    open("/sign-in");
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password", exactly()).fill(password);
    page.locator("main button").click();
    return this;
  }

  /** Fills in the form behind a link. */
  void choosePassword(String password, String again) {
    page.getByLabel("Password", exactly()).fill(password);
    page.getByLabel("Password again").fill(again);
    page.locator("main button").click();
  }

  /** Chooses a file in the form of a bank, and sends it. */
  void addPicture(String name, String type, byte[] content) {
    page.getByLabel("Picture file").setInputFiles(new FilePayload(name, type, content));
    page.locator("#picture-source").fill("Helpline");
    button("Add picture’s hash").click();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String text) {
    return page.locator("a", new Page.LocatorOptions().setHasText(text)).first();
  }

  /** Moves the focus on, key by key, to what has this text. */
  void tabTo(String text) {
    tabUntil("what => document.activeElement.innerText === what", text);
  }

  /** Moves the focus on, key by key, to the field of this name. */
  void tabToField(String name) {
    tabUntil("what => document.activeElement.name === what", name);
  }

  private void tabUntil(String there, String what) {
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate(there, what))) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not lead to " + what);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  String heading() {
    return page.locator("h1").innerText();
  }

  String text() {
    return page.locator("main").innerText();
  }

  /** Every address that the browser asked for. */
  List<String> requests() {
    return requests;
  }

  /** What the browser's console says, such as violations of the content security policy. */
  List<String> complaints() {
    return complaints;
  }

  /** Leaves a picture of the page in the folder that {@code GARDEFOU_SCREENSHOTS} names, if any. */
  void keepPicture(String name) {
    String folder = System.getenv("GARDEFOU_SCREENSHOTS");
    if (folder != null) {
      Path file = Path.of(folder, name.toLowerCase(Locale.ROOT) + ".png");
      page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }
  }

  void assertNothingElseWasAskedFor(String address) {
    assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(address + "/"));
  }

  @Override
  public void close() {
    context.close();
  }
}
