package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.Application;
import eu.gardefou.access.Role;
import eu.gardefou.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who may do what: enforced by the server, whatever the pages show. */
@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
@Import(Scene.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RolesTest {
  private final Scene scene;
  private final Environment environment;
  private final Map<String, Right> reads = new LinkedHashMap<>();
  private final Map<String, Right> writes = new LinkedHashMap<>();

  RolesTest(Scene scene, Environment environment) {
    this.scene = scene;
    this.environment = environment;
  }

  @BeforeAll
  void fill() {
    String entry = "/banks/protected-people/entries/" + scene.bankEntry();
    long somebody = scene.number(scene.somebody(Role.MODERATOR));
    reads.put("/", Right.OVERVIEW);
    reads.put("/decisions", Right.DECISIONS);
    reads.put("/decisions/" + scene.refusedEdit().id(), Right.DECISIONS);
    reads.put("/banks", Right.BANKS);
    reads.put("/banks/known-abuse", Right.BANKS);
    reads.put("/banks?quarantined=1", Right.BANKS);
    reads.put(entry, Right.BANKS);
    reads.put(entry + "/withdraw", Right.CURATE);
    reads.put("/banks/known-abuse/settings", Right.CURATE);
    reads.put("/banks/known-abuse/close", Right.CURATE);
    reads.put("/exchanges", Right.BANKS);
    reads.put("/exchanges/" + scene.exchange() + "/pause", Right.CURATE);
    reads.put("/keys", Right.ACCESS);
    reads.put("/keys/" + scene.key() + "/revoke", Right.MANAGE);
    reads.put("/people", Right.ACCESS);
    reads.put("/people/" + somebody, Right.ACCESS);
    reads.put("/people/" + somebody + "/disable", Right.MANAGE);
    // Each goes to what is not there, or is not in order: the right is asked for first.
    writes.put("/banks/no-such-bank/hashes", Right.CURATE);
    writes.put("/banks/known-abuse/entries/" + new UUID(0, 0) + "/withdraw", Right.CURATE);
    writes.put("/banks", Right.CURATE);
    writes.put("/banks/no-such-bank/settings", Right.CURATE);
    writes.put("/banks/known-abuse/close", Right.CURATE);
    writes.put("/exchanges/nobody/pause", Right.CURATE);
    writes.put("/exchanges/nobody/resume", Right.CURATE);
    String nothing = "/banks/known-abuse/entries/" + new UUID(0, 0);
    writes.put(nothing + "/rest?rest=DAY", Right.CURATE);
    writes.put(nothing + "/release", Right.CURATE);
    writes.put(nothing + "/note", Right.CURATE);
    writes.put(nothing + "/opinion?verdict=CONFIRM", Right.CURATE);
    writes.put("/keys", Right.MANAGE);
    writes.put("/keys/000000000000/revoke", Right.MANAGE);
    writes.put("/people", Right.MANAGE);
    writes.put("/people/0/roles", Right.MANAGE);
    writes.put("/people/0/link", Right.MANAGE);
    writes.put("/people/0/disable", Right.MANAGE);
    writes.put("/people/0/enable", Right.MANAGE);
  }

  @Test
  void rolesAreTheseAndAddUp() {
    Map<Role, Set<Right>> rights = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      rights.put(role, Right.of(role));
    }
    assertThat(rights.get(Role.AUDITOR))
        .contains(Right.DECISIONS, Right.BANKS, Right.ACCESS)
        .doesNotContain(Right.CURATE, Right.MANAGE);
    assertThat(rights.get(Role.ADMIN))
        .contains(Right.ACCESS, Right.MANAGE)
        .doesNotContain(Right.DECISIONS, Right.CURATE);
    assertThat(rights.get(Role.MODERATOR)).doesNotContain(Right.CURATE, Right.ACCESS);
    assertThat(rights.get(Role.SENIOR)).contains(Right.DECISIONS, Right.CURATE);
    assertThat(rights.get(Role.LEGAL)).contains(Right.DECISIONS, Right.CURATE);
  }

  @ParameterizedTest
  @EnumSource
  void pagesOpenToThoseWhoMayAndToNobodyElse(Role role) throws Exception {
    Browserless person = browserless().signIn(scene.somebody(role));
    for (Map.Entry<String, Right> page : reads.entrySet()) {
      int expected = Right.of(role).contains(page.getValue()) ? 200 : 403;
      assertThat(person.get(page.getKey()).statusCode())
          .as("%s for %s", page.getKey(), role)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void actionsAreDoneForThoseWhoMayAndForNobodyElse(Role role) throws Exception {
    Browserless person = browserless().signIn(scene.somebody(role));
    for (Map.Entry<String, Right> action : writes.entrySet()) {
      int status = person.post(action.getKey(), Map.of()).statusCode();
      if (Right.of(role).contains(action.getValue())) {
        assertThat(status).as("%s for %s", action.getKey(), role).isIn(404, 422);
      } else {
        assertThat(status).as("%s for %s", action.getKey(), role).isEqualTo(403);
      }
    }
  }

  @Test
  void aRefusalIsAPageInPlainWords() throws Exception {
    HttpResponse<String> refusal =
        browserless().signIn(scene.somebody(Role.MODERATOR)).get("/people");
    assertThat(refusal.statusCode()).isEqualTo(403);
    assertThat(refusal.body()).contains("This is not open to you").doesNotContain("Exception");
  }

  @Test
  void aStoppedDatabaseIsToldInPlainWordsAndLetsNobodyIn() throws Exception {
    Browserless person = browserless().signIn(scene.somebody(Role.MODERATOR));
    TestDatabase.stopServer();
    try {
      assertThat(person.get("/decisions").headers().firstValue("location").orElse(""))
          .endsWith("/sign-in");
      HttpResponse<String> attempt =
          person.post("/sign-in", Map.of("username", "Ada", "password", Scene.PASSWORD));
      assertThat(attempt.headers().firstValue("location").orElse("")).endsWith("?unavailable");
      assertThat(person.get("/sign-in?unavailable").body()).contains("Nobody can sign in");
      HttpResponse<String> page = person.get("/welcome?token=any");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body())
          .contains("Something went wrong here", "Nothing was let through")
          .doesNotContain("Exception", "jdbc", "SQL");
    } finally {
      TestDatabase.startServer();
    }
  }

  @Test
  void pagesDoNotOfferWhatIsNotAllowed() throws Exception {
    Browserless auditor = browserless().signIn(scene.somebody(Role.AUDITOR));
    for (String path : reads.keySet()) {
      assertThat(auditor.get(path).body().replaceAll("action=\"/sign-out\"", ""))
          .as(path)
          .doesNotContain("method=\"post\" action=\"/keys", "method=\"post\" action=\"/banks")
          .doesNotContain("method=\"post\" action=\"/exchanges")
          .doesNotContain("/revoke\"", "/disable\"", "/enable\"", "/pause\"");
    }
    assertThat(browserless().signIn(scene.somebody(Role.MODERATOR)).get("/").body())
        .contains("href=\"/decisions\"")
        .doesNotContain("href=\"/keys\"", "href=\"/people\"");
  }

  @Test
  void whatIsShownOnceIsShownToWhoeverMadeItAndNobodyElse() throws Exception {
    Browserless maker = browserless().signIn(scene.somebody(Role.ADMIN));
    Browserless another = browserless().signIn(scene.somebody(Role.ADMIN, Role.AUDITOR));
    Browserless auditor = browserless().signIn(scene.somebody(Role.AUDITOR));
    HttpResponse<String> made = maker.post("/keys", Map.of("name", "relay", "scope", "screen"));
    assertThat(made.statusCode()).isEqualTo(302);
    assertThat(made.body()).isEmpty();
    String page = URI.create(made.headers().firstValue("location").orElseThrow()).getPath();

    assertThat(auditor.get(page).statusCode()).isEqualTo(403);
    assertThat(another.get(page).statusCode()).isEqualTo(302);
    HttpResponse<String> shown = maker.get(page);
    assertThat(shown.body()).contains("gf_");
    assertThat(shown.headers().firstValue("cache-control").orElse("")).contains("no-store");
    assertThat(maker.get(page).headers().firstValue("location").orElse("")).endsWith("/keys");
  }

  @Test
  void withoutASessionThereIsOnlyTheSignIn() throws Exception {
    for (String path : reads.keySet()) {
      HttpResponse<String> answer = browserless().get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("location"))
          .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in"));
    }
  }

  @Test
  void everyPageSaysWhatItNeeds() {
    assertThat(
            Stream.of(
                    SignInPages.class,
                    OverviewPage.class,
                    DecisionsPages.class,
                    BanksPages.class,
                    ExchangesPages.class,
                    KeysPages.class,
                    PeoplePages.class)
                .flatMap(pages -> Arrays.stream(pages.getDeclaredMethods()))
                .filter(
                    method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)))
        .isNotEmpty()
        .allMatch(method -> method.isAnnotationPresent(Needs.class));
  }

  private Browserless browserless() {
    return new Browserless(environment.getRequiredProperty("local.server.port"));
  }
}
