package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Caller;
import eu.gardefou.access.Keys;
import eu.gardefou.access.Scope;
import eu.gardefou.access.TestClock;
import eu.gardefou.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import notices.NoticesApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = NoticesApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class NoticesApiTest {
  private static final String RANDOM = "3f1f7c1e-64a8-4f0a-9d3b-1b2c3d4e5f60";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final Keys keys;
  private final JdbcClient sql;
  private final TestClock clock;

  NoticesApiTest(
      @LocalServerPort int port,
      @Autowired Keys keys,
      @Autowired JdbcClient sql,
      @Autowired TestClock clock) {
    this.port = port;
    this.keys = keys;
    this.sql = sql;
    this.clock = clock;
  }

  @BeforeEach
  void forgetAttempts() {
    sql.sql("DELETE FROM notices.attempt").update();
  }

  @AfterEach
  void leave() {
    client.close();
  }

  @Test
  void anybodyReportsAndSeesTheCaseWithLinkAndCodeAlone() {
    HttpResponse<String> answer = post(Examples.COMPLETE);
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode receipt = json(answer);
    String link = receipt.path("link").asString();
    assertThat(answer.headers().firstValue("Location")).contains(link);
    assertThat(receipt.path("state").asString()).isEqualTo("acknowledged");
    assertThat(receipt.path("items").asInt()).isEqualTo(2);
    assertThat(receipt.path("missing")).isEmpty();
    assertThat(receipt.path("next")).isNotEmpty();
    assertThat(receipt.path("clocks").findValuesAsString("name"))
        .contains("NOTICE_DECISION", "TIDA_REMOVAL");

    HttpResponse<String> view = get(link, "Notice-Code", receipt.path("code").asString());
    assertThat(view.statusCode()).isEqualTo(200);
    assertThat(json(view).path("events").findValuesAsString("state"))
        .containsExactly("received", "acknowledged");
    assertThat(view.body()).doesNotContain("Ada", "ada@example.org");
    assertThat(get(link).statusCode()).isEqualTo(404);
    assertThat(get(link, "Notice-Code", "WRONGONE").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsMissingIsAskedForAndCanBeAdded() {
    JsonNode receipt = json(post("{\"explanation\": \"it is me\"}"));
    assertThat(receipt.path("state").asString()).isEqualTo("needs-location");
    assertThat(receipt.path("missing").findValuesAsString("element"))
        .contains("dsa.location", "dsa.name", "tida.signature")
        .doesNotContain("dsa.explanation");
    String additions = receipt.path("link").asString() + "/additions";
    String code = receipt.path("code").asString();
    HttpResponse<String> more = post(additions, Examples.COMPLETE, "Notice-Code", code);
    assertThat(more.statusCode()).isEqualTo(200);
    assertThat(json(more).path("missing")).isEmpty();
    assertThat(post(additions, "{}", "Notice-Code", "WRONGONE").statusCode()).isEqualTo(404);
  }

  @Test
  void aFieldThatCannotBeReadIsAnErrorAndTheRestIsKept() {
    HttpResponse<String> answer =
        post("{\"explanation\": \"it is me\", \"reporter\": {\"email\": \"ada at example\"}}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.path("errors").findValuesAsString("field"))
        .containsExactly("reporter.email");
    JsonNode receipt = problem.path("receipt");
    JsonNode view =
        json(get(receipt.path("link").asString(), "Notice-Code", receipt.path("code").asString()));
    assertThat(view.path("unread").get(0).asString()).isEqualTo("reporter.email");
    assertThat(answer.body()).doesNotContain("ada at example");
  }

  @Test
  void whatIsNoNoticeIsAClearErrorAndNothingIsStored() {
    long before = count();
    for (String body : new String[] {"", "[]", "{", "{\"a\": 1, \"a\": 2}", "7"}) {
      HttpResponse<String> answer = post(body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(json(answer).path("detail").asString()).isNotBlank();
    }
    assertThat(post("{\"explanation\": \"" + "x".repeat(300_000) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void anotherOneFromTheSameNeighbourhoodHasToWaitWhateverItSays() {
    for (int i = 0; i < 30; i++) {
      assertThat(post("{}").statusCode()).isEqualTo(201);
    }
    long before = count();
    for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP"}) {
      HttpResponse<String> answer =
          post("/v1/notices", "{}", header, "203.0.113.9", "Idempotency-Key", RANDOM + header);
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
    assertThat(post("{\"notices\": [{}]}").statusCode()).isEqualTo(429);
    assertThat(count()).isEqualTo(before);
    clock.move(Duration.ofSeconds(1));
    assertThat(post("{}").statusCode()).isEqualTo(201);
    assertThat(post("{}").headers().firstValue("Retry-After")).contains("2");
    assertThat(post("/v1/notices", "{}", "Authorization", bearer(Scope.NOTICES)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void manyAtOnceCountAsMany() {
    assertThat(post(many("{}", 11)).statusCode()).isEqualTo(400);
    for (int i = 0; i < 3; i++) {
      assertThat(post(many("{}", 10)).statusCode()).isEqualTo(201);
    }
    assertThat(post(many("{}", 1)).statusCode()).isEqualTo(429);
  }

  @Test
  void codesAreNotGuessed() {
    JsonNode receipt = json(post("{}"));
    String link = receipt.path("link").asString();
    for (int i = 0; i < 5; i++) {
      assertThat(get(link, "Notice-Code", "WRONG23" + i).statusCode()).isEqualTo(404);
    }
    String code = receipt.path("code").asString();
    assertThat(get(link, "Notice-Code", code).statusCode()).isEqualTo(429);
    clock.move(Duration.ofSeconds(1));
    assertThat(get(link, "Notice-Code", code.toLowerCase(Locale.ROOT)).statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyGivesPriorityAndSaysWhoSends() {
    String bearer = bearer(Scope.NOTICES);
    HttpResponse<String> answer =
        post("/v1/notices", many(Examples.COMPLETE, 100), "Authorization", bearer);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).path("results")).hasSize(100);
    String id = json(answer).path("results").get(99).path("receipt").path("id").asString();
    assertThat(
            sql.sql("SELECT distrust || ' ' || submitter FROM notices.notice WHERE id = ?::uuid")
                .param(id)
                .query(String.class)
                .single())
        .startsWith("0 key:");
    HttpResponse<String> pretending =
        post("/v1/notices", "{\"trustedFlagger\": \"somebody\"}", "Authorization", bearer);
    assertThat(pretending.statusCode()).isEqualTo(422);
    assertThat(post("{\"submitter\": \"key:1\"}").statusCode()).isEqualTo(422);
    assertThat(
            sql.sql("SELECT count(*) FROM notices.notice WHERE submitter = 'key:1'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aKeyThatIsBadOrOpensSomethingElseIsNotTakenForNone() {
    assertThat(post("/v1/notices", "{}", "Authorization", "Bearer gf_wrong").statusCode())
        .isEqualTo(401);
    assertThat(post("/v1/notices", "{}", "Authorization", bearer(Scope.AUDIT)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void oneOfManyThatIsWrongHoldsUpNoOther() {
    HttpResponse<String> answer =
        post("{\"notices\": [{\"explanation\": \"a\"}, 7, {\"country\": \"fr\"}]}");
    assertThat(answer.statusCode()).isEqualTo(207);
    JsonNode results = json(answer).path("results");
    assertThat(results.findValuesAsString("status")).containsExactly("201", "422", "422");
    assertThat(results.get(1).path("receipt").isNull()).isTrue();
    assertThat(results.get(2).path("receipt").path("link").asString()).isNotBlank();
    assertThat(post("{\"notices\": [{}], \"country\": \"FR\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void theSameRequestSentAgainStoresNothingTwice() {
    long before = count();
    JsonNode first = json(post("/v1/notices", "{}", "Idempotency-Key", RANDOM));
    JsonNode again = json(post("/v1/notices", "{}", "Idempotency-Key", RANDOM));
    assertThat(again).isEqualTo(first);
    assertThat(count()).isEqualTo(before + 1);
    JsonNode other =
        json(post("/v1/notices", "{\"explanation\": \"b\"}", "Idempotency-Key", RANDOM));
    assertThat(other.path("link")).isNotEqualTo(first.path("link"));

    assertThat(post("/v1/notices", "{}", "Idempotency-Key", "short").statusCode()).isEqualTo(400);

    String bearer = bearer(Scope.NOTICES);
    assertThat(keyed(bearer, "{}").statusCode()).isEqualTo(201);
    assertThat(keyed(bearer, "{}").statusCode()).isEqualTo(201);
    assertThat(keyed(bearer, "{\"explanation\": \"b\"}").statusCode()).isEqualTo(422);
    assertThat(count()).isEqualTo(before + 3);
    assertThat(post("/v1/notices", "{}", "Idempotency-Key", "a b").statusCode()).isEqualTo(400);
  }

  @Test
  void additionsWaitTooWhenThereAreMany() {
    JsonNode receipt = json(post("{}"));
    String path = receipt.path("link").asString() + "/additions";
    String code = receipt.path("code").asString();
    for (int i = 0; i < 20; i++) {
      clock.move(Duration.ofMinutes(2));
      assertThat(post(path, "{}", "Notice-Code", code).statusCode()).isEqualTo(200);
    }
    assertThat(post(path, "{}", "Notice-Code", code).statusCode()).isEqualTo(429);
  }

  private HttpResponse<String> keyed(String bearer, String body) {
    return post("/v1/notices", body, "Authorization", bearer, "Idempotency-Key", "one");
  }

  private static String many(String notice, int times) {
    return "{\"notices\": [" + String.join(",", Collections.nCopies(times, notice)) + "]}";
  }

  private long count() {
    return sql.sql("SELECT count(*) FROM notices.notice").query(Long.class).single();
  }

  private String bearer(Scope scope) {
    return "Bearer " + keys.create("test", Set.of(scope), Caller.LOCAL).secret();
  }

  private HttpResponse<String> post(String body) {
    return post("/v1/notices", body);
  }

  private HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
