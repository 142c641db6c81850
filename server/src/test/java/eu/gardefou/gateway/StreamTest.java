package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.gateway.RecordingUpstream.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams: signs of life, screened pictures, and no other picture ever. */
final class StreamTest {
  private static final String QUICK = "gardefou.gateway.heartbeat=20ms";
  private static RecordingUpstream upstream;
  private static GatewayServer quick;
  private static GatewayServer patient;

  @BeforeAll
  static void start() {
    upstream = new RecordingUpstream();
    quick = GatewayServer.start(upstream.property(), QUICK);
    patient = GatewayServer.start(upstream.property(), "gardefou.gateway.heartbeat=60s");
  }

  @AfterAll
  static void stop() {
    quick.close();
    patient.close();
    upstream.close();
  }

  @Test
  void aWaitingClientSeesSignsOfLifeAndThenThePicture() throws Exception {
    List<String> lines = linesWithUpstreamHeldUntilTheFirst("a kite", RecordingUpstream::pictures);
    assertThat(lines).startsWith(": screening", "").endsWith("data: [DONE]", "");
    assertThat(lines)
        .containsOnlyOnce("event: image_generation.completed")
        .filteredOn(line -> line.startsWith("data: {"))
        .singleElement()
        .asString()
        .startsWith("data: {\"type\":\"image_generation.completed\",\"b64_json\":\"iVBOR");
    assertThat(upstream.sent.getLast().text()).doesNotContain("stream", "partial");
  }

  @Test
  void aRefusalAfterTheFirstSignIsAnEvent() throws Exception {
    List<String> lines = linesWithUpstreamHeldUntilTheFirst("a boat", _ -> bad());
    assertThat(lines).contains("event: error").endsWith("data: [DONE]", "");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("data: {"))
        .singleElement()
        .asString()
        .startsWith("data: {\"error\":{\"message\":")
        .contains("\"code\":\"moderation_blocked\"", "\"moderation_stage\":\"output\"");
    assertThat(String.join("", lines)).doesNotContain("b64_json");
  }

  @Test
  void aRefusalBeforeTheFirstSignIsAPlainRefusal() {
    upstream.answering = _ -> bad();
    HttpResponse<String> response = patient.send(request(patient, "a barge"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Answers.code(response)).isEqualTo("moderation_blocked");
  }

  @Test
  void aFailureBeforeTheFirstSignIsAPlainFailure() {
    upstream.answering = _ -> Answer.json(503, "{}");
    HttpResponse<String> response = patient.send(request(patient, "a raft"));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Answers.shouldRetry(response)).isTrue();
  }

  @Test
  void aFailureAfterTheFirstSignSaysNothingOfItsCause() throws Exception {
    List<String> lines =
        linesWithUpstreamHeldUntilTheFirst(
            "a canoe", _ -> Answer.json(200, "{\"data\":[{\"b64_json\":\"AAAA\"}]}"));
    assertThat(String.join("\n", lines))
        .contains("event: error", "\"code\":\"internal_error\"")
        .doesNotContain("Exception", "no picture");
  }

  @Test
  void aClientThatGoesAwayEndsTheCallToTheUpstream() throws Exception {
    var gone = new CompletableFuture<Boolean>();
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var server =
            GatewayServer.start(
                "gardefou.upstream.url=http://127.0.0.1:" + silent.getLocalPort(), QUICK)) {
      Thread.ofVirtual().start(() -> readUntilGone(silent, gone));
      leaveAfterTheFirstSign(server);
      assertThat(gone.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** An upstream that takes an order and never answers. */
  private static void readUntilGone(ServerSocket silent, CompletableFuture<Boolean> gone) {
    try (Socket call = silent.accept()) {
      byte[] some = new byte[1024];
      while (call.getInputStream().read(some) >= 0) {
        // An order comes in; nothing goes out.
      }
      gone.complete(true);
    } catch (IOException e) {
      // A connection that is reset is gone as well.
      gone.complete(true);
    }
  }

  private static void leaveAfterTheFirstSign(GatewayServer server) throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      byte[] body = Multipart.bytes("{\"prompt\":\"a ship\",\"stream\":true}");
      String head =
          String.join(
              "\r\n",
              "POST /v1/images/generations HTTP/1.1",
              "Host: localhost",
              "Authorization: Bearer alice",
              "Content-Type: application/json",
              "Content-Length: " + body.length,
              "",
              "");
      socket.getOutputStream().write(Multipart.bytes(head));
      socket.getOutputStream().write(body);
      var reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(reader.lines().anyMatch(": screening"::equals)).isTrue();
    }
  }

  private static List<String> linesWithUpstreamHeldUntilTheFirst(
      String prompt, RecordingUpstream.Answering answering) throws Exception {
    var first = new CountDownLatch(1);
    upstream.answering =
        sent -> {
          RecordingUpstream.await(first);
          return answering.to(sent);
        };
    try (Stream<String> lines = quick.lines(request(quick, prompt))) {
      return lines.peek(_ -> first.countDown()).toList();
    }
  }

  private static Answer bad() {
    String picture = RecordingUpstream.base64(Sketches.canary(64, 64));
    return Answer.json(200, "{\"data\":[{\"b64_json\":\"" + picture + "\"}]}");
  }

  private static HttpRequest request(GatewayServer server, String prompt) {
    String body = "{\"prompt\":\"" + prompt + "\",\"stream\":true,\"partial_images\":2}";
    return HttpRequest.newBuilder(server.address("/v1/images/generations"))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer alice")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
