package eu.gardefou.access;

import static org.assertj.core.api.Assertions.assertThat;

import doors.AccessApplication;
import eu.gardefou.database.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
    classes = AccessApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "gardefou.forwarded=native")
@ContextConfiguration(initializers = TestDatabase.Context.class)
class PeopleDoorTest {
  private static final String PASSWORD = "four plain harbour words";
  private static int count;

  private final People people;
  private final SignInLinks links;
  private final TestClock clock;
  private final int port;
  private Visitor browser;
  private Person person;

  PeopleDoorTest(
      @Autowired People people,
      @Autowired SignInLinks links,
      @Autowired TestClock clock,
      @LocalServerPort int port) {
    this.people = people;
    this.links = links;
    this.clock = clock;
    this.port = port;
    this.browser = new Visitor(port);
    this.person = somebody(Role.MODERATOR);
  }

  @BeforeEach
  void arrive() {
    browser = new Visitor(port);
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  private Person somebody(Role role) {
    Person made = people.create("Person " + ++count, Set.of(role));
    return links.redeem(links.forPerson(made.id()).token(), "", PASSWORD);
  }

  @Test
  void aPersonSignsInAndOut() {
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
    assertThat(location(browser.signIn(person.name(), PASSWORD))).isEqualTo("/");

    HttpResponse<String> home = browser.get("/");
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(Visitor.json(home).path("caller").asString()).isEqualTo("person:" + person.id());
    assertThat(Visitor.json(home).path("name").asString()).isEqualTo(person.name());

    HttpResponse<String> out = browser.post("/sign-out", Map.of("_csrf", browser.formToken()));
    assertThat(location(out)).isEqualTo("/sign-in?out");
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void aWrongNameAndAWrongPasswordLookTheSame() {
    HttpResponse<String> password = browser.signIn(person.name(), PASSWORD + "!");
    HttpResponse<String> name = browser.signIn("Nobody", PASSWORD);
    assertThat(location(password)).isEqualTo("/sign-in?wrong").isEqualTo(location(name));
    assertThat(sessionCookie()).isNull();
  }

  @Test
  void guessingIsSlowedDownAlsoForTheRightPassword() {
    for (int guess = 0; guess < 5; guess++) {
      assertThat(location(browser.signIn(person.name(), "wrong " + guess)))
          .isEqualTo("/sign-in?wrong");
    }
    assertThat(location(browser.signIn(person.name(), PASSWORD))).isEqualTo("/sign-in?later");
    clock.move(Duration.ofMinutes(20));
    assertThat(location(browser.signIn(person.name(), PASSWORD))).isEqualTo("/");
  }

  @Test
  void signingInMakesANewSessionWhateverCookieWasPlanted() {
    String planted = "A".repeat(43);
    plant(planted);
    browser.signIn(person.name(), PASSWORD);
    String first = sessionCookie();
    assertThat(first).isNotNull().isNotEqualTo(planted);

    browser.signIn(person.name(), PASSWORD);
    assertThat(sessionCookie()).isNotEqualTo(first);
    plant(String.valueOf(first));
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void aSignedOutSessionIsWorthNothing() {
    browser.signIn(person.name(), PASSWORD);
    String session = String.valueOf(sessionCookie());
    browser.post("/sign-out", Map.of("_csrf", browser.formToken()));
    plant(session);
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void aDisabledPersonIsOutAtOnce() {
    browser.signIn(person.name(), PASSWORD);
    people.disable(person.id());
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
    assertThat(location(browser.signIn(person.name(), PASSWORD))).isEqualTo("/sign-in?wrong");
  }

  @Test
  void newRolesHoldAtOnce() {
    browser.signIn(person.name(), PASSWORD);
    Map<String, String> form = Map.of("_csrf", browser.formToken());
    assertThat(browser.post("/keys", form).statusCode()).isEqualTo(403);
    people.setRoles(person.id(), Set.of(Role.ADMIN));
    assertThat(browser.post("/keys", form).statusCode()).isEqualTo(200);
    somebody(Role.ADMIN);
    people.setRoles(person.id(), Set.of(Role.AUDITOR));
    assertThat(browser.post("/keys", form).statusCode()).isEqualTo(403);
  }

  @Test
  void anIdleSessionEndsAndSoDoesALongOne() {
    browser.signIn(person.name(), PASSWORD);
    clock.move(Duration.ofHours(2).plusMinutes(1));
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");

    browser.signIn(person.name(), PASSWORD);
    for (int hour = 0; hour < 11; hour++) {
      clock.move(Duration.ofHours(1));
      assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }
    clock.move(Duration.ofMinutes(61));
    assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    browser.signIn(person.name(), PASSWORD);
    assertThat(browser.post("/banks", Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser.post("/banks", Map.of("_csrf", "guessed")).statusCode()).isEqualTo(403);
    Map<String, String> form = Map.of("_csrf", browser.formToken());
    assertThat(browser.post("/banks", form).statusCode()).isEqualTo(200);
    try (Visitor other = new Visitor(port)) {
      Map<String, String> signIn = Map.of("username", person.name(), "password", PASSWORD);
      assertThat(other.post("/sign-in", signIn).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aSessionDoesNotOpenTheMachinesDoor() {
    browser.signIn(somebody(Role.ADMIN).name(), PASSWORD);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    for (String path : List.of("/v1/models", "/v1/banks", "/v1/decisions", "/metrics")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void cookiesAreKeptFromScriptsAndFromOtherSites() {
    HttpResponse<String> plain = browser.signIn(person.name(), PASSWORD);
    assertThat(cookie(plain, "gardefou"))
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
    assertThat(cookie(browser.get("/sign-in"), "gardefou-form"))
        .contains("HttpOnly", "SameSite=Strict");
  }

  @Test
  void overTlsTheCookieIsForThisHostAloneAndTheBrowserIsToldToStay() {
    browser.cookies.clear();
    String[] tls = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.7"};
    HttpResponse<String> page = browser.get("/sign-in", tls);
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    String token = Visitor.json(page).path("token").asString();
    String form = cookie(page, "gardefou-form");
    assertThat(form).contains("Secure");
    HttpResponse<String> in =
        browser.post(
            "/sign-in",
            Map.of("username", person.name(), "password", PASSWORD, "_csrf", token),
            "X-Forwarded-Proto",
            "https");
    assertThat(cookie(in, "__Host-gardefou"))
        .contains("Secure", "HttpOnly", "Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void everyPageCarriesTheStrictHeaders() {
    var headers = browser.get("/sign-in").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains(
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aStoppedDatabaseSignsNobodyIn() {
    browser.signIn(person.name(), PASSWORD);
    String token = browser.formToken();
    TestDatabase.stopServer();
    try {
      HttpResponse<String> answer =
          browser.post(
              "/sign-in", Map.of("username", person.name(), "password", PASSWORD, "_csrf", token));
      assertThat(location(answer)).isEqualTo("/sign-in?unavailable");
      assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
      assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
    } finally {
      TestDatabase.startServer();
    }
    // The pool tries anew at growing distances; each of these calls waits for it.
    assertThat(Stream.generate(() -> browser.get("/readyz").statusCode()).limit(50)).contains(200);
  }

  private void plant(String value) {
    browser.cookies.put("gardefou", value);
  }

  private @Nullable String sessionCookie() {
    return browser.cookies.get("gardefou");
  }

  private static String location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElse("no redirect but " + response.statusCode())
        .replaceFirst("^https?://[^/]+", "");
  }

  private static String cookie(HttpResponse<String> response, String name) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
