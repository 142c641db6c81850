package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.screening.FakeScreening;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Doors and what they say: refusals, reviews, models, unknown paths. */
final class DoorTest {
  private static final String JSON = "application/json";
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    server = GatewayServer.start("gardefou.gateway.appeal=https://example.org/appeal");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aRefusalSaysWhyAndWhereItIsOnRecord() {
    HttpResponse<String> response = server.generate("{\"prompt\":\"Turquoise Tricycle\"}");
    JsonNode error = Answers.error(response);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(error.path("type").stringValue()).isEqualTo("image_generation_user_error");
    assertThat(error.path("param").isNull()).isTrue();
    assertThat(error.path("moderation_details").toString())
        .isEqualTo("{\"moderation_stage\":\"input\",\"categories\":[\"canary\"]}");
    JsonNode gateway = error.path("gateway");
    assertThat(gateway.propertyNames())
        .containsExactly("decision_id", "policy_version", "rule_ids", "appeal_url");
    assertThat(gateway.path("appeal_url").stringValue()).isEqualTo("https://example.org/appeal");
    assertThat(error.path("message").stringValue())
        .contains("Such vehicles are not drawn.", gateway.path("decision_id").stringValue())
        .endsWith("safety_violations=[canary].");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void clientsOfOlderModelsGetTheCodeThatTheyKnow() {
    HttpResponse<String> response =
        server.generate("{\"prompt\":\"turquoise tricycle\",\"model\":\"dall-e-3\"}");
    assertThat(Answers.code(response)).isEqualTo("content_policy_violation");
    assertThat(Answers.error(response).path("type").stringValue())
        .isEqualTo("invalid_request_error");
  }

  @Test
  void aReviewNamesThePlaceToAsk() {
    HttpResponse<String> response = server.generate("{\"prompt\":\"a lilac ladder\"}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Answers.code(response)).isEqualTo("moderation_review_required");
    assertThat(Answers.shouldRetry(response)).isFalse();
    JsonNode gateway = Answers.error(response).path("gateway");
    String id = gateway.path("review_id").stringValue();
    assertThat(gateway.path("status_url").stringValue()).isEqualTo("/v1/gateway/decisions/" + id);

    server.decisions.put(UUID.fromString(id), entry(UUID.fromString(id), "review"));
    HttpResponse<String> standing = server.get("/v1/gateway/decisions/" + id, "alice");
    assertThat(standing.body())
        .isEqualTo(
            "{\"id\":\"%s\",\"object\":\"gateway.decision\",\"state\":\"held\",\"stage\":\"request\",\"created\":1700000000,\"policy_version\":\"%s\",\"rule_ids\":[\"canary-held\"]}"
                .formatted(id, FakeScreening.POLICY));
  }

  @ParameterizedTest
  @CsvSource({"allow,passed", "mark,passed", "refuse,refused", "refuse-and-report,refused"})
  void everyDecisionStandsSomehow(String decision, String state) {
    UUID id = UUID.randomUUID();
    server.decisions.put(id, entry(id, decision));
    HttpResponse<String> standing = server.get("/v1/gateway/decisions/" + id, "alice");
    assertThat(Answers.json(standing).path("state").stringValue()).isEqualTo(state);
  }

  @Test
  void nobodySeesTheDecisionOfAnother() {
    UUID id = UUID.randomUUID();
    server.decisions.put(id, entry(id, "review"));
    HttpResponse<String> another = server.get("/v1/gateway/decisions/" + id, "bob");
    HttpResponse<String> none = server.get("/v1/gateway/decisions/" + UUID.randomUUID(), "bob");
    HttpResponse<String> nonsense = server.get("/v1/gateway/decisions/1-1-1-1-1", "bob");
    assertThat(another.statusCode()).isEqualTo(404);
    assertThat(another.body()).isEqualTo(none.body()).isEqualTo(nonsense.body());
  }

  @Test
  void theModelsAreThoseOfTheConfiguration() {
    JsonNode list = Answers.json(server.get("/v1/models", "alice"));
    assertThat(list.path("object").stringValue()).isEqualTo("list");
    assertThat(list.path("data").valueStream().map(model -> model.path("id").stringValue()))
        .containsExactly(
            "gpt-image-1.5", "gpt-image-1", "gpt-image-1-mini", "dall-e-3", "dall-e-2");
    HttpResponse<String> unknown = server.get("/v1/models/other", "alice");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(Answers.code(unknown)).isEqualTo("not_found");
    HttpResponse<String> asked = server.generate("{\"prompt\":\"a kite\",\"model\":\"other\"}");
    assertThat(asked.statusCode()).isEqualTo(400);
    assertThat(Answers.code(asked)).isEqualTo("model_not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/images/generations, 405",
    "PUT, /v1/images/edits, 405",
    "DELETE, /v1/images/variations, 405",
    "OPTIONS, /v1/images/edits, 405",
    "POST, /v1/models, 405",
    "POST, /v1/images, 404",
    "POST, /v1/images/, 404",
    "POST, /v1/images/generations/, 404",
    "POST, /v1/images/upscale, 404",
    "POST, /v1/images/edits/more, 404",
    "GET, /v1/gateway/decisions, 404",
    "GET, /v1/gateway/nothing, 404"
  })
  void anythingElseIsRefusedInTheSameShape(String method, String path, int status) {
    HttpResponse<String> response =
        server.send(
            HttpRequest.newBuilder(server.address(path))
                .header("Authorization", "Bearer alice")
                .header("Content-Type", JSON)
                .method(method, BodyPublishers.ofString("{\"prompt\":\"a kite\"}"))
                .build());
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Answers.code(response))
        .isEqualTo(status == 404 ? "not_found" : "method_not_allowed");
    assertThat(Answers.shouldRetry(response)).isFalse();
    assertThat(response.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
  }

  @Test
  void withoutACallerNothingHappens() {
    HttpResponse<String> response =
        server.send(
            HttpRequest.newBuilder(server.address("/v1/images/generations"))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString("{\"prompt\":\"a kite\"}"))
                .build());
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Answers.code(response)).isEqualTo("invalid_api_key");
    HttpRequest models = HttpRequest.newBuilder(server.address("/v1/models")).build();
    assertThat(server.send(models).statusCode()).isEqualTo(401);
  }

  @Test
  void theDemoSaysThatItCannotWriteWebp() {
    HttpResponse<String> response =
        server.generate("{\"prompt\":\"a kite\",\"output_format\":\"webp\"}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Answers.param(response)).isEqualTo("output_format");
  }

  private static DecisionEntry entry(UUID id, String decision) {
    return new DecisionEntry(
        id,
        null,
        Instant.ofEpochSecond(1_700_000_000),
        "request",
        "generate",
        "/v1/images/generations",
        "key:alice",
        decision,
        List.of("canary-held"),
        "[]",
        "[]",
        FakeScreening.POLICY,
        null,
        List.of());
  }
}
