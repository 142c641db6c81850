package eu.gardefou.access;

import static org.assertj.core.api.Assertions.assertThat;

import doors.AccessApplication;
import eu.gardefou.database.TestDatabase;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = AccessApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class MachineDoorTest {
  private final Keys keys;
  private final int port;
  private Visitor machine;

  MachineDoorTest(@Autowired Keys keys, @LocalServerPort int port) {
    this.keys = keys;
    this.port = port;
    this.machine = new Visitor(port);
  }

  @BeforeEach
  void arrive() {
    machine = new Visitor(port);
  }

  @AfterEach
  void leave() {
    machine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/models, GATEWAY",
    "/v1/gateway/decisions/1, GATEWAY",
    "/v1/screen, SCREEN",
    "/v1/moderations, SCREEN",
    "/v1/banks, CURATE",
    "/v1/decisions, AUDIT",
    "/m/lookup, MATCH",
    "/c/banks, CURATE",
    "/metrics, AUDIT"
  })
  void eachDoorOpensToItsScopeAloneAndToNobodyWithoutAKey(String path, Scope needed) {
    assertThat(machine.get(path).statusCode()).isEqualTo(401);
    for (Scope scope : Scope.values()) {
      int expected = scope == needed ? 200 : 403;
      assertThat(machine.get(path, bearer(scope)).statusCode())
          .as(scope.word())
          .isEqualTo(expected);
    }
  }

  @Test
  void aDoorWithoutAKeyOpensToNobodyWhoShowsABadOneOrAnotherOne() {
    assertThat(machine.get("/v1/notices/1").statusCode()).isEqualTo(200);
    assertThat(machine.get("/v1/notices/1", bearer(Scope.NOTICES)).statusCode()).isEqualTo(200);
    assertThat(machine.get("/v1/notices/1", "Authorization", "Bearer gf_x").statusCode())
        .isEqualTo(401);
    assertThat(machine.get("/v1/notices/1", bearer(Scope.AUDIT)).statusCode()).isEqualTo(403);
  }

  @Test
  void aRevokedKeyIsRefusedOnTheVeryNextRequest() {
    NewKey key = keys.create("test", Set.of(Scope.GATEWAY), Caller.LOCAL);
    String[] header = {"Authorization", "Bearer " + key.secret()};
    assertThat(machine.get("/v1/models", header).statusCode()).isEqualTo(200);
    keys.revoke(key.key().id());
    assertThat(machine.get("/v1/models", header).statusCode()).isEqualTo(401);
  }

  @Test
  void openAiPathsRefuseInOpenAisWords() {
    for (String path : new String[] {"/v1/models", "/v1/chat/completions", "/v1/images/edits/x"}) {
      HttpResponse<String> refused = machine.get(path);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(refused.headers().firstValue("X-Should-Retry")).contains("false");
      JsonNode error = Visitor.json(refused).path("error");
      assertThat(error.propertyNames())
          .containsExactlyInAnyOrder("message", "type", "param", "code");
      assertThat(error.path("message").asString()).isNotBlank();
      assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
      assertThat(error.path("param").isNull()).isTrue();
      assertThat(error.path("code").asString()).isEqualTo("invalid_api_key");
    }
  }

  @Test
  void ourOwnPathsRefuseWithProblemDetails() {
    HttpResponse<String> refused = machine.get("/v1/screen");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Visitor.json(refused);
    assertThat(problem.path("status").asInt()).isEqualTo(401);
    assertThat(problem.path("title").asString()).isEqualTo("Unauthorized");
    assertThat(problem.path("detail").asString()).isNotBlank();

    HttpResponse<String> wrong = machine.get("/v1/screen", bearer(Scope.AUDIT));
    assertThat(Visitor.json(wrong).path("code").asString()).isEqualTo("insufficient_permissions");
  }

  @Test
  void whatIsNotNamedOpensToNoKeyEvenWhenSomethingIsBehindIt() {
    for (Scope scope : Scope.values()) {
      assertThat(machine.get("/v1/other", bearer(scope)).statusCode()).isEqualTo(404);
      assertThat(machine.get("/v1", bearer(scope)).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void readsTheKeyFromOneBearerHeaderAndNowhereElse() {
    String secret = keys.create("test", Set.of(Scope.GATEWAY), Caller.LOCAL).secret();
    assertThat(machine.get("/v1/models", "Authorization", "bearer " + secret).statusCode())
        .isEqualTo(200);
    String bearer = "Bearer " + secret;
    String[][] others = {
      {"Authorization", secret},
      {"Authorization", "Basic " + secret},
      {"Authorization", bearer, "Authorization", bearer},
      {"Authorization", "Bearer gf_", "Authorization", bearer},
      {"X-Api-Key", secret},
      {"Cookie", "gardefou=" + secret}
    };
    for (String[] headers : others) {
      assertThat(machine.get("/v1/models", headers).statusCode()).isEqualTo(401);
    }
    assertThat(machine.get("/v1/models?key=" + secret).statusCode()).isEqualTo(401);
  }

  @Test
  void clientsOfHasherMatcherActionerMayShowTheKeyInOldWays() {
    NewKey key = keys.create("test", Set.of(Scope.MATCH), Caller.LOCAL);
    String secret = key.secret();
    HttpResponse<String> byHeader = machine.get("/m/lookup", "X-API-Key", secret);
    assertThat(Visitor.json(byHeader).path("caller").asString()).isEqualTo("key:" + key.key().id());
    assertThat(machine.get("/m/lookup?signal=a&api_key=" + secret).statusCode()).isEqualTo(200);
    assertThat(machine.get("/m/lookup", "Authorization", "Bearer " + secret).statusCode())
        .isEqualTo(200);

    String twice = "?api_key=" + secret + "&api_key=" + secret;
    assertThat(machine.get("/m/lookup" + twice).statusCode()).isEqualTo(401);
    assertThat(machine.get("/m/lookup?api_key=" + secret, "X-API-Key", secret).statusCode())
        .isEqualTo(401);
    assertThat(machine.get("/m/lookup?an_api_key=" + secret).statusCode()).isEqualTo(401);
    assertThat(machine.get("/m/lookup", "Cookie", "api_key=" + secret).statusCode()).isEqualTo(401);
  }

  @Test
  void clientsOfHasherMatcherActionerAreRefusedInItsWords() {
    HttpResponse<String> refused = machine.get("/m/lookup?api_key=gf_wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Visitor.json(refused).propertyNames()).containsExactly("message");
    assertThat(refused.body()).doesNotContain("gf_wrong");
    assertThat(
            Visitor.json(machine.get("/c/banks", bearer(Scope.MATCH))).path("message").asString())
        .isEqualTo("This key does not have the scope that this needs.");
  }

  @Test
  void theCallerIsKnownAlsoWhenTheAnswerComesFromAnotherThread() {
    NewKey key = keys.create("test", Set.of(Scope.GATEWAY, Scope.SCREEN), Caller.LOCAL);
    for (String path : new String[] {"/v1/images/edits", "/v1/screen"}) {
      HttpResponse<String> answer =
          machine.post(path, Map.of(), "Authorization", "Bearer " + key.secret());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Visitor.json(answer).path("caller").asString()).isEqualTo("key:" + key.key().id());
    }
  }

  @Test
  void setsNoCookieAndAnswersAreNotKept() {
    HttpResponse<String> answer = machine.get("/v1/models", bearer(Scope.GATEWAY));
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
  }

  @Test
  void metricsAreInPrometheusText() {
    assertThat(machine.get("/metrics", bearer(Scope.AUDIT)).body())
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void aStoppedDatabaseLetsNobodyIn() {
    String[] header = bearer(Scope.GATEWAY);
    String[] screen = bearer(Scope.SCREEN);
    TestDatabase.stopServer();
    try {
      HttpResponse<String> refused = machine.get("/v1/models", header);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(Visitor.json(refused).path("error").path("type").asString())
          .isEqualTo("server_error");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(machine.get("/v1/screen", screen).statusCode()).isEqualTo(503);
      assertThat(machine.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(machine.get("/livez").statusCode()).isEqualTo(200);
    } finally {
      TestDatabase.startServer();
    }
    assertThat(soonReady()).isTrue();
  }

  /** The pool tries again now and then; each question waits for it a little. */
  private boolean soonReady() {
    for (int question = 0; question < 10; question++) {
      if (machine.get("/readyz").statusCode() == 200) {
        return true;
      }
    }
    return false;
  }

  @Test
  void healthIsPublicAndShort() {
    for (String path : new String[] {"/health", "/livez", "/readyz"}) {
      HttpResponse<String> answer = machine.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(Visitor.json(answer).path("status").asString()).isEqualTo("UP");
      assertThat(answer.body()).hasSizeLessThan(100);
    }
  }

  private String[] bearer(Scope scope) {
    return new String[] {
      "Authorization", "Bearer " + keys.create("test", Set.of(scope), Caller.LOCAL).secret()
    };
  }
}
