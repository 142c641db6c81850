package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
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
    page.getByLabel("Password").fill(password);
    page.locator("main button").click();
    return this;
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

  void assertNothingElseWasAskedFor(String address) {
    assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(address + "/"));
  }

  @Override
  public void close() {
    context.close();
  }
}
