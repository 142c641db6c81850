package eu.gardefou.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real browser for tests: the Chromium or Chrome of this machine, or the one that {@code
 * GARDEFOU_CHROMIUM} names. Nothing is downloaded.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** No sandbox, because tests also run as root in a container; the rest keeps it quiet. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Whether browser tests can run here. */
  static boolean isPresent() {
    return find().isPresent();
  }

  static Chromium start() {
    Path program = find().orElseThrow(() -> new IllegalStateException("there is no Chromium here"));
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(FLAGS));
    return new Chromium(playwright, browser);
  }

  /** A browser window that knows nobody, with no cookie. */
  Visit visit(String address, Browser.NewContextOptions options) {
    return new Visit(browser.newContext(options.setBaseURL(address)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> find() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("GARDEFOU_CHROMIUM")).map(Path::of), onPath())
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> onPath() {
    @Nullable String path = System.getenv("PATH");
    return path == null
        ? Stream.empty()
        : NAMES.stream()
            .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(f -> Path.of(f, name)));
  }
}
