package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.gateway.RecordingUpstream.Answer;
import eu.gardefou.screening.ChainedScreening;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asking again, and again, until one of the pictures slips through. */
final class SamplingTest {
  private RecordingUpstream upstream;
  private GatewayServer server;
  private ChainedScreening gate;

  /** The upstream draws the refused colour the first time, and never again. */
  @BeforeEach
  void start() {
    upstream = new RecordingUpstream();
    String bad = RecordingUpstream.base64(Sketches.canary(64, 64));
    upstream.answering =
        sent ->
            upstream.sent.size() == 1
                ? Answer.json(200, "{\"data\":[{\"b64_json\":\"" + bad + "\"}]}")
                : RecordingUpstream.pictures(sent);
    gate = new ChainedScreening();
    server = GatewayServer.inFrontOf(gate.screening(), upstream.property());
  }

  @AfterEach
  void stop() {
    server.close();
    upstream.close();
    gate.close();
  }

  @Test
  void fiftyRepeatsAreRefusedWithOneCallToTheUpstreamAndADecisionEach() {
    Set<String> decisions = new HashSet<>();
    decisions.add(decision(generate("alice", "{\"prompt\":\"A kite, please!\"}").body()));
    for (int i = 0; i < 49; i++) {
      String size = 256 + 16 * (i % 4) + "x512";
      String repeat = "{\"prompt\":\"a  KITE please\",\"size\":\"" + size + "\"}";
      HttpResponse<String> response = generate("alice", repeat);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(Answers.code(response)).isEqualTo("moderation_blocked");
      assertThat(rules(response.body())).contains("sexual-output");
      decisions.add(decision(response.body()));
    }
    assertThat(decisions).hasSize(50);
    assertThat(upstream.sent).hasSize(1);
  }

  @Test
  void theSameManyTimesAtOnceIsNoWayAroundEither() throws Exception {
    CountDownLatch drawn = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    String bad = RecordingUpstream.base64(Sketches.canary(64, 64));
    upstream.answering =
        sent -> {
          if (upstream.sent.size() > 1) {
            return Answer.json(200, "{\"data\":[{\"b64_json\":\"" + bad + "\"}]}");
          }
          drawn.countDown();
          await(refused);
          return RecordingUpstream.pictures(sent);
        };
    String body = "{\"prompt\":\"a kite\"}";
    var slow = new FutureTask<>(() -> generate("alice", body));
    Thread.ofVirtual().start(slow);
    await(drawn);
    assertThat(generate("alice", body).statusCode()).isEqualTo(400);
    refused.countDown();
    assertThat(slow.get().statusCode()).isEqualTo(400);
    assertThat(slow.get().body()).doesNotContain("b64_json");
  }

  @Test
  void aCheckThatCouldNotBeDoneIsNotRememberedAsARefusal() {
    upstream.answering = RecordingUpstream::pictures;
    gate.failing = true;
    assertThat(generate("alice", "{\"prompt\":\"a kite\"}").statusCode()).isEqualTo(400);
    gate.failing = false;
    assertThat(generate("alice", "{\"prompt\":\"a kite\"}").statusCode()).isEqualTo(200);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError("interrupted", stopped);
    }
  }

  @Test
  void otherWordsAndOtherCallersOfWordsAloneAreNotMeant() {
    generate("alice", "{\"prompt\":\"a kite\"}");
    assertThat(generate("alice", "{\"prompt\":\"a boat\"}").statusCode()).isEqualTo(200);
    assertThat(generate("bob", "{\"prompt\":\"a kite\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void withAPictureTheRefusalHoldsForEveryKeyAndEveryDoor() {
    byte[] picture = Sketches.png(64, 64, 0x102030);
    Multipart edit = new Multipart().text("prompt", "a hat").file("image", picture);
    assertThat(Answers.code(send("alice", edit.contentType(), edit.bytes())))
        .isEqualTo("moderation_blocked");
    String json =
        "{\"prompt\":\"a hat\",\"images\":[{\"image_url\":\"data:;base64,"
            + RecordingUpstream.base64(picture)
            + "\"}]}";
    assertThat(Answers.code(send("bob", "application/json", Multipart.bytes(json))))
        .isEqualTo("moderation_blocked");
    assertThat(upstream.sent).hasSize(1);
  }

  @Test
  void oneBadPictureOfSeveralStopsAllOfThem() {
    String bad = "{\"b64_json\":\"" + RecordingUpstream.base64(Sketches.canary(64, 64)) + "\"}";
    String good = "{\"b64_json\":\"" + RecordingUpstream.base64(Sketches.png(64, 64, 1)) + "\"}";
    upstream.answering =
        _ -> Answer.json(200, "{\"data\":[" + good + "," + good + "," + bad + "]}");
    HttpResponse<String> response = generate("alice", "{\"prompt\":\"a fleet\",\"n\":3}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).doesNotContain("b64_json");
  }

  @Test
  void anUpstreamsRefusalIsRememberedToo() {
    upstream.answering =
        _ -> Answer.json(400, "{\"error\":{\"code\":\"moderation_blocked\",\"message\":\"x\"}}");
    String first = generate("alice", "{\"prompt\":\"a raft\"}").body();
    assertThat(rules(first)).containsExactly("upstream-safety-system");
    String again = generate("alice", "{\"prompt\":\"a raft\"}").body();
    assertThat(rules(again)).containsExactly("upstream-safety-system");
    assertThat(decision(again)).isNotEqualTo(decision(first));
    assertThat(upstream.sent).hasSize(1);
  }

  private static String decision(String body) {
    return gateway(body).get("decision_id").stringValue();
  }

  private static List<String> rules(String body) {
    return gateway(body).get("rule_ids").valueStream().map(JsonNode::stringValue).toList();
  }

  private static JsonNode gateway(String body) {
    return JsonMapper.shared().readTree(body).at("/error/gateway");
  }

  private HttpResponse<String> generate(String key, String body) {
    return send(key, "/v1/images/generations", "application/json", Multipart.bytes(body));
  }

  private HttpResponse<String> send(String key, String type, byte[] body) {
    return send(key, "/v1/images/edits", type, body);
  }

  private HttpResponse<String> send(String key, String path, String type, byte[] body) {
    return server.send(
        HttpRequest.newBuilder(server.address(path))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }
}
