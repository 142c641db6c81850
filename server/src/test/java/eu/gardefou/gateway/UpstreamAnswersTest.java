package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.gateway.RecordingUpstream.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever an upstream says, the client hears one of our own sentences, and once. */
final class UpstreamAnswersTest {
  private static RecordingUpstream upstream;
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    upstream = new RecordingUpstream();
    server =
        GatewayServer.start(
            upstream.property(), "gardefou.upstream.timeout=2s", "gardefou.upstream.answer=1MB");
  }

  @AfterAll
  static void stop() {
    server.close();
    upstream.close();
  }

  @BeforeEach
  void forget() {
    upstream.sent.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "400, 400, upstream_rejected, false",
    "401, 502, upstream_misconfigured, false",
    "402, 502, upstream_misconfigured, false",
    "403, 502, upstream_misconfigured, false",
    "404, 502, upstream_misconfigured, false",
    "408, 504, upstream_timeout, false",
    "409, 502, upstream_error, false",
    "422, 400, upstream_rejected, false",
    "429, 429, rate_limit_exceeded, true",
    "500, 502, upstream_error, false",
    "502, 502, upstream_error, false",
    "503, 503, upstream_busy, true",
    "504, 504, upstream_timeout, false",
    "302, 502, upstream_error, false",
    "201, 502, upstream_error, false"
  })
  void everyStatusHasItsAnswerAndIsNotTriedAgain(int status, int ours, String code, boolean retry) {
    upstream.answering =
        _ ->
            Answer.json(
                    status,
                    "{\"error\":{\"message\":\"secret host db-7\",\"param\":\"size\",\"code\":null}}")
                .with("Location", "http://127.0.0.1:1/elsewhere")
                .with("Retry-After", "17");
    HttpResponse<String> response = generate();
    assertThat(response.statusCode()).isEqualTo(ours);
    assertThat(Answers.code(response)).isEqualTo(code);
    assertThat(Answers.shouldRetry(response)).isEqualTo(retry);
    assertThat(response.headers().firstValue("Retry-After").orElse(""))
        .isEqualTo(retry ? "17" : "");
    assertThat(response.body()).doesNotContain("secret", "db-7");
    assertThat(Answers.param(response)).isEqualTo(ours == 400 ? "size" : "");
    assertThat(upstream.sent).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}}",
        "{\"error\":{\"message\":\"x\",\"code\":\"billing_hard_limit_reached\"}}"
      })
  void noMoneyIsTheOperatorsTroubleAndNotWorthTryingAgain(String body) {
    upstream.answering = _ -> Answer.json(429, body);
    HttpResponse<String> response = generate();
    assertThat(Answers.code(response)).isEqualTo("upstream_misconfigured");
    assertThat(Answers.shouldRetry(response)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{'error':{'message':'no','type':'image_generation_user_error','param':null,"
            + "'code':'moderation_blocked','moderation_details':{'moderation_stage':'output',"
            + "'categories':['sexual','Violence/Graphic','<b>']}}}|output|[\"sexual\",\"violence/graphic\"]",
        "400|{'error':{'message':'Your request was rejected by the safety system."
            + " safety_violations=[sexual, minors].','code':'moderation_blocked'}}|unknown|[\"sexual\",\"minors\"]",
        "400|{'error':{'code':'content_policy_violation','message':'x','type':'invalid_request_error'}}|unknown|[]",
        "400|{'error':{'code':'contentFilter','message':'x'}}|unknown|[]",
        "400|{'error':{'code':'invalid','message':'x','inner_error':{'code':"
            + "'ResponsibleAIPolicyViolation','content_filter_results':{'sexual':{'filtered':true},"
            + "'hate':{'filtered':false}}}}}|unknown|[\"sexual\"]",
        "400|{'code':'invalid argument','error':'Generated image rejected by content moderation.'}|unknown|[]",
        "403|{'error':{'message':'against our content policy'}}|unknown|[]",
        "451|not even json|unknown|[]",
        "200|{'data':[]}|unknown|[]",
        "200|{'data':[{'respect_moderation':false}]}|output|[]"
      })
  void everyDialectOfNoIsOneRefusal(int status, String body, String stage, String categories) {
    upstream.answering = _ -> Answer.json(status, body.replace('\'', '"'));
    HttpResponse<String> response = generate();
    JsonNode error = Answers.error(response);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(error.path("code").stringValue()).isEqualTo("moderation_blocked");
    assertThat(error.path("moderation_details").path("moderation_stage").stringValue())
        .isEqualTo(stage);
    assertThat(error.path("moderation_details").path("categories").toString())
        .isEqualTo(categories);
    assertThat(error.path("gateway").path("decision_id").stringValue()).hasSize(36);
    assertThat(Answers.shouldRetry(response)).isFalse();
    assertThat(upstream.sent).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"data\":{}}",
        "{\"data\":[{}]}",
        "{\"data\":[{\"b64_json\":\"%%%\"}]}",
        "{\"data\":[{\"b64_json\":7}]}",
        "{\"data\":[{\"b64_json\":\"AAAA\"},{\"b64_json\":\"AAAA\"}]}",
        "{\"data\":[],\"data\":[{\"b64_json\":\"AAAA\"}]}",
        "{\"data\":[{\"url\":\"http://192.0.2.1/a.png\"}]}",
        "{\"data\":[{\"url\":\"https://127.0.0.1/a.png\"}]}",
        "{\"data\":[{\"url\":\"file:///etc/hostname\"}]}",
        "{\"data\":[{\"url\":\"http://[broken\"}]}"
      })
  void anAnswerThatMakesNoSenseIsNone(String body) {
    upstream.answering = _ -> Answer.json(200, body);
    HttpResponse<String> response = generate();
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(Answers.code(response)).isEqualTo("upstream_error");
    assertThat(Answers.shouldRetry(response)).isFalse();
    assertThat(upstream.sent).hasSize(1);
  }

  @Test
  void aPictureAtTheUpstreamsOwnAddressIsFetchedAndScreened() {
    byte[] picture = Sketches.png(64, 64, 0x010203);
    upstream.answering =
        sent ->
            sent.line().startsWith("GET")
                ? new Answer(200, Map.of(), picture)
                : Answer.json(200, "{\"data\":[{\"url\":\"/files/1.png\"}]}");
    assertThat(generate().statusCode()).isEqualTo(200);
    assertThat(server.screening.results.getLast().getFirst()).isEqualTo(picture);
    assertThat(upstream.sent.getLast().headers()).doesNotContainKey("authorization");
  }

  @Test
  void wordsThatComeWithAPictureAreScreenedAndPassedOn() {
    String picture = RecordingUpstream.base64(Sketches.png(64, 64, 0x010203));
    upstream.answering = _ -> Answer.json(200, revised(picture, "a kite, flying high"));
    HttpResponse<String> response = generate();
    assertThat(Answers.json(response).at("/data/0/revised_prompt").stringValue())
        .isEqualTo("a kite, flying high");
    assertThat(server.screening.resultTexts).contains("a kite, flying high");

    upstream.answering = _ -> Answer.json(200, revised(picture, "a turquoise tricycle"));
    HttpResponse<String> refused = generate();
    assertThat(Answers.code(refused)).isEqualTo("moderation_blocked");
    assertThat(refused.body()).doesNotContain("tricycle");
  }

  @Test
  void usageIsPassedOnAsNumbers() {
    String picture = RecordingUpstream.base64(Sketches.png(64, 64, 0x010203));
    upstream.answering =
        _ ->
            Answer.json(
                200,
                "{\"data\":[{\"b64_json\":\"data:image/png;base64,"
                    + picture
                    + "\"}],\"usage\":{\"total_tokens\":30,\"input_tokens\":10,\"output_tokens\":20,"
                    + "\"input_tokens_details\":{\"text_tokens\":8,\"image_tokens\":2},\"x\":\"y\"}}");
    assertThat(Answers.json(generate()).path("usage").toString())
        .isEqualTo(
            "{\"total_tokens\":30,\"input_tokens\":10,\"output_tokens\":20,"
                + "\"input_tokens_details\":{\"text_tokens\":8,\"image_tokens\":2}}");
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    upstream.answering = _ -> new Answer(200, Map.of(), new byte[3 << 20]);
    assertThat(Answers.code(generate())).isEqualTo("upstream_error");
  }

  @Test
  void aBrokenConnectionIsNotTriedAgain() {
    upstream.answering =
        _ -> {
          throw new IOException("gone");
        };
    HttpResponse<String> response = generate();
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(upstream.sent).hasSize(1);
  }

  @Test
  void silenceEndsInATimeout() {
    upstream.answering =
        _ -> {
          RecordingUpstream.await(new CountDownLatch(1));
          return Answer.json(500, "{}");
        };
    HttpResponse<String> response = generate();
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(Answers.code(response)).isEqualTo("upstream_timeout");
    assertThat(Answers.shouldRetry(response)).isFalse();
  }

  @Test
  void anUpstreamThatIsNotThereIsUnreachable() {
    try (var elsewhere = GatewayServer.start("gardefou.upstream.url=http://127.0.0.1:1/v1")) {
      HttpResponse<String> response = generate(elsewhere);
      assertThat(response.statusCode()).isEqualTo(502);
      assertThat(Answers.code(response)).isEqualTo("upstream_unreachable");
    }
  }

  private static HttpResponse<String> generate() {
    return generate(server);
  }

  /** Each with words of its own, or a refusal would be remembered. */
  private static HttpResponse<String> generate(GatewayServer at) {
    String body =
        "{\"prompt\":\"kite number " + at.requests.size() + "\",\"model\":\"gpt-image-1\"}";
    return at.post("/v1/images/generations", "application/json", Multipart.bytes(body));
  }

  private static String revised(String picture, String words) {
    return "{\"data\":[{\"b64_json\":\"" + picture + "\",\"revised_prompt\":\"" + words + "\"}]}";
  }
}
