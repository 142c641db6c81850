package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.gardefou.policy.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The door for moderations: what it reads, what it refuses, and what it answers. */
final class ModerationsTest {
  private static final String PATH = "/v1/moderations";
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static GatewayServer server;
  private static HttpServer site;

  @BeforeAll
  static void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/picture.png", "image/png", Sketches.png(40, 30, 0x112233));
    serve("/canary.png", "image/png", Sketches.canary(40, 30));
    serve("/page", "text/html", new byte[] {'h', 'i'});
    serve("/long.png", "image/png", new byte[20_971_521]);
    site.start();
    server =
        GatewayServer.start(
            "gardefou.fetch.allow=127.0.0.0/8",
            "gardefou.fetch.ports=" + site.getAddress().getPort());
  }

  private static void serve(String path, String type, byte[] body) {
    site.createContext(
        path,
        exchange -> {
          ASKED.incrementAndGet();
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  @AfterAll
  static void stop() {
    server.close();
    site.stop(0);
  }

  @BeforeEach
  void forget() {
    server.screening.submissions.clear();
    server.screening.askers.clear();
    server.screening.busy = _ -> false;
    ASKED.set(0);
  }

  @Test
  void aStringGetsOneResultWithAllKeys() {
    JsonNode answer = moderated("{\"input\":\"a red kite\"}");
    assertThat(answer.propertyNames()).containsExactly("id", "model", "results");
    assertThat(answer.path("id").stringValue()).startsWith("modr-");
    JsonNode result = answer.at("/results/0");
    assertThat(answer.path("results").size()).isEqualTo(1);
    assertThat(result.path("flagged").booleanValue()).isFalse();
    for (String map : List.of("categories", "category_scores", "category_applied_input_types")) {
      assertThat(result.path(map).propertyNames())
          .contains(
              "harassment",
              "harassment/threatening",
              "hate",
              "hate/threatening",
              "illicit",
              "illicit/violent",
              "self-harm",
              "self-harm/instructions",
              "self-harm/intent",
              "sexual",
              "sexual/minors",
              "violence",
              "violence/graphic",
              "gateway/not-assessed");
    }
    assertThat(result.at("/category_applied_input_types/hate").isEmpty()).isTrue();
    assertThat(result.at("/category_applied_input_types/sexual").toString())
        .isEqualTo("[\"text\"]");
    assertThat(server.screening.submissions.getLast().kind()).isEqualTo(Kind.GENERATE);
    assertThat(server.screening.askers.getLast().surface()).isEqualTo(PATH);
    assertThat(server.screening.askers.getLast().caller().id()).isEqualTo("key:alice");
  }

  @Test
  void eachStringOfAListIsJudgedByItself() {
    JsonNode results =
        moderated("{\"input\":[\"a kite\",\"a turquoise tricycle\",\"a lilac ladder\"]}")
            .path("results");
    assertThat(results.valueStream().map(result -> result.path("flagged").booleanValue()))
        .containsExactly(false, true, true);
    assertThat(results.at("/1/categories/gateway~1other-rule").booleanValue()).isTrue();
    assertThat(results.at("/1/categories/gateway~1review").booleanValue()).isFalse();
    assertThat(results.at("/1/gateway/rule_ids/0").stringValue()).isEqualTo("canary-words");
    assertThat(results.at("/2/categories/gateway~1review").booleanValue()).isTrue();
    assertThat(results.at("/2/gateway/decision").stringValue()).isEqualTo("review");
  }

  @Test
  void textsAndPicturesAreJudgedTogether() {
    JsonNode results =
        moderated(
                parts(text("a"), text("turquoise tricycle"), picture(inline()), picture(inline())))
            .path("results");
    assertThat(results.size()).isEqualTo(1);
    assertThat(results.at("/0/flagged").booleanValue()).isTrue();
    var submission = server.screening.submissions.getLast();
    assertThat(submission.kind()).isEqualTo(Kind.EDIT);
    assertThat(submission.inputs()).hasSize(2);
    assertThat(submission.text().companions()).containsExactly("turquoise tricycle");
  }

  @Test
  void aPictureAtAnAddressIsFetchedOnceAndJudged() {
    JsonNode harmless = moderated(parts(picture(at("/picture.png"))));
    assertThat(harmless.at("/results/0/flagged").booleanValue()).isFalse();
    assertThat(ASKED).hasValue(1);
    JsonNode canary = moderated(parts(picture(at("/canary.png"))));
    assertThat(canary.at("/results/0/flagged").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "gardefou-edit, EDIT",
    "gardefou-upload, UPLOAD",
    "gardefou-generate, GENERATE",
    "gardefou, GENERATE",
    "omni-moderation-latest, GENERATE"
  })
  void theModelCanSayAsWhat(String model, Kind kind) {
    moderated("{\"model\":\"" + model + "\",\"input\":\"a kite\"}");
    assertThat(server.screening.submissions.getLast().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"input\":null}",
        "{\"input\":7}",
        "{\"input\":[]}",
        "{\"input\":\" \"}",
        "{\"input\":[\"a\",7]}",
        "{\"input\":[\"a\",\"\"]}",
        "{\"input\":[\"a\",{\"type\":\"text\",\"text\":\"b\"}]}",
        "{\"input\":[{\"type\":\"text\",\"text\":\"b\"},\"a\"]}",
        "{\"input\":[{\"type\":\"audio\",\"text\":\"b\"}]}",
        "{\"input\":[{\"type\":\"text\",\"text\":\"b\",\"more\":1}]}",
        "{\"input\":[{\"type\":\"text\"}]}",
        "{\"input\":[{\"type\":\"image_url\",\"image_url\":\"data:,\"}]}",
        "{\"input\":[{\"type\":\"image_url\",\"image_url\":{\"url\":7}}]}",
        "{\"input\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png,x\"}}]}",
        "{\"input\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"x\",\"detail\":\"low\"}}]}",
        "{\"input\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"file:///etc/hosts\"}}]}",
        "{\"input\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://10.0.0.1/a.png\"}}]}",
        "{\"input\":\"a\",\"input\":\"b\"}",
        "{\"input\":\"a\",\"user\":\"b\"}",
        "{\"input\":\"a\",\"model\":7}",
        "{\"input\":\"a\",\"model\":\"gpt-4o\"}"
      })
  void whatIsNotExactlyAsItMustBeIsRefusedAndNotJudged(String body) {
    HttpResponse<String> response = post(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(Answers.error(response).path("type").stringValue())
        .isEqualTo("invalid_request_error");
    assertThat(Answers.shouldRetry(response)).isFalse();
    assertThat(server.screening.submissions).isEmpty();
  }

  @Test
  void thereIsAnEndToEverything() {
    assertInvalid("{\"input\":\"" + "x".repeat(32_001) + "\"}", "input");
    assertInvalid("{\"input\":[" + many(33, "\"a\"") + "]}", "input");
    assertInvalid(parts(text("x".repeat(20_000)), text("x".repeat(20_000))), "input");
    assertInvalid(parts(many(33, text("a"))), "input");
    assertInvalid(parts(many(17, picture(inline()))), "input");
    assertInvalid(parts(many(5, picture(at("/picture.png")))), "input");
    assertThat(ASKED).hasValue(0);
    HttpResponse<String> response = post(parts(picture(at("/long.png"))));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(Answers.code(response)).isEqualTo("request_too_large");
    moderated(parts(many(16, picture(inline()))));
  }

  @Test
  void whatCannotBeHadOrReadIsNamed() {
    HttpResponse<String> page = post(parts(text("a"), picture(at("/page"))));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(Answers.code(page)).isEqualTo("invalid_image_url");
    assertThat(Answers.param(page)).isEqualTo("input[1].image_url.url");
    HttpResponse<String> broken = post(parts(picture("data:image/png;base64,AAAA")));
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(Answers.code(broken)).isEqualTo("unreadable_image");
    assertThat(server.screening.submissions).isEmpty();
  }

  @Test
  void fullCapacityIsNoResult() {
    server.screening.busy = _ -> true;
    HttpResponse<String> response = post("{\"input\":\"a kite\"}");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Answers.shouldRetry(response)).isTrue();
    assertThat(response.body()).doesNotContain("flagged");
  }

  @Test
  void otherMethodsPathsAndStrangersAreRefused() {
    HttpRequest.Builder asking =
        HttpRequest.newBuilder(server.address(PATH)).header("Content-Type", "application/json");
    HttpResponse<String> nobody =
        server.send(asking.copy().POST(BodyPublishers.ofString("{\"input\":\"a\"}")).build());
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(Answers.code(nobody)).isEqualTo("invalid_api_key");
    HttpResponse<String> got = server.get(PATH, "alice");
    assertThat(got.statusCode()).isEqualTo(405);
    assertThat(got.headers().firstValue("Allow")).hasValue("POST");
    assertThat(server.get(PATH + "/more", "alice").statusCode()).isEqualTo(404);
    HttpResponse<String> form = server.post(PATH, new Multipart().text("input", "a kite"));
    assertThat(form.statusCode()).isEqualTo(415);
  }

  private static void assertInvalid(String body, String param) {
    HttpResponse<String> response = post(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(Answers.param(response)).isEqualTo(param);
    assertThat(response.body()).doesNotContain("xxx");
  }

  private static JsonNode moderated(String body) {
    HttpResponse<String> response = post(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    return Answers.json(response);
  }

  private static HttpResponse<String> post(String body) {
    return server.post(PATH, "application/json", Multipart.bytes(body));
  }

  private static String parts(String... parts) {
    return "{\"input\":[" + String.join(",", parts) + "]}";
  }

  private static String text(String text) {
    return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
  }

  private static String picture(String url) {
    return "{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + url + "\"}}";
  }

  private static String inline() {
    return "data:image/png;base64,"
        + Base64.getEncoder().encodeToString(Sketches.png(40, 30, 0x112233));
  }

  private static String at(String path) {
    return "http://127.0.0.1:" + site.getAddress().getPort() + path;
  }

  private static String many(int count, String part) {
    return IntStream.range(0, count).mapToObj(_ -> part).collect(Collectors.joining(","));
  }
}
