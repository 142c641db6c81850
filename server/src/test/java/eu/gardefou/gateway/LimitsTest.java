package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too long, of the wrong kind, or too much at once. */
final class LimitsTest {
  private static final String JSON = "application/json";
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    server =
        GatewayServer.start(
            "gardefou.gateway.body=256KB",
            // Were the container to read a multipart body, it would write to this folder, fail,
            // and every test with a picture with it.
            "spring.servlet.multipart.file-size-threshold=0",
            "spring.servlet.multipart.location="
                + Path.of("no", "such", "folder").toAbsolutePath());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void calm() {
    server.screening.busy = _ -> false;
    server.screening.broken = _ -> false;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-16",
        "application/json-patch+json",
        "multipart/form-data; boundary=x",
        "multipart/mixed; boundary=x"
      })
  void otherContentTypesAreNotRead(String type) {
    HttpResponse<String> response =
        server.post("/v1/images/generations", type, Multipart.bytes("{\"prompt\":\"a kite\"}"));
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(Answers.code(response)).isEqualTo("unsupported_content_type");
  }

  @Test
  void aCompressedBodyOrNoTypeOrTwoAreNotRead() {
    HttpRequest.Builder plain =
        HttpRequest.newBuilder(server.address("/v1/images/generations"))
            .header("Authorization", "Bearer alice")
            .POST(BodyPublishers.ofString("{\"prompt\":\"a kite\"}"));
    HttpRequest none = plain.copy().build();
    HttpRequest two =
        plain.copy().header("Content-Type", JSON).header("Content-Type", "text/plain").build();
    HttpRequest zipped =
        plain.copy().header("Content-Type", JSON).header("Content-Encoding", "gzip").build();
    for (HttpRequest request : List.of(none, two, zipped)) {
      HttpResponse<String> response = server.send(request);
      assertThat(response.statusCode()).isEqualTo(415);
      assertThat(Answers.shouldRetry(response)).isFalse();
    }
  }

  @Test
  void aLongBodyIsRefusedWithOrWithoutALength() {
    byte[] body = Multipart.bytes("{\"prompt\":\"" + "x".repeat(400_000) + "\"}");
    HttpResponse<String> declared = server.post("/v1/images/generations", JSON, body);
    assertThat(declared.statusCode()).isEqualTo(413);
    assertThat(Answers.code(declared)).isEqualTo("request_too_large");
    HttpRequest chunked =
        HttpRequest.newBuilder(server.address("/v1/images/generations"))
            .header("Authorization", "Bearer alice")
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    assertThat(server.send(chunked).statusCode()).isEqualTo(413);
  }

  @Test
  void aChunkedBodyIsReadLikeAnyOther() {
    byte[] body =
        new Multipart().text("prompt", "a hat").file("image", Sketches.png(64, 64, 1)).bytes();
    HttpRequest chunked =
        HttpRequest.newBuilder(server.address("/v1/images/edits"))
            .header("Authorization", "Bearer alice")
            .header("Content-Type", new Multipart().contentType())
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    assertThat(server.send(chunked).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyShorterThanItSaysIsRefused() throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      String request =
          String.join(
              "\r\n",
              "POST /v1/images/generations HTTP/1.1",
              "Host: localhost",
              "Authorization: Bearer alice",
              "Content-Type: application/json",
              "Content-Length: 500",
              "Connection: close",
              "",
              "{\"prompt\":\"a kite\"}");
      socket.getOutputStream().write(Multipart.bytes(request));
      socket.shutdownOutput();
      Reader reader = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
      var answer = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        answer.append((char) c);
      }
      assertThat(answer.toString()).startsWith("HTTP/1.1 400").doesNotContain("b64_json");
    }
  }

  @Test
  void fullCapacityIsTheOneThingWorthTryingAgain() {
    server.screening.busy = _ -> true;
    HttpResponse<String> response = server.generate("{\"prompt\":\"a kite\"}");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Answers.code(response)).isEqualTo("busy");
    assertThat(Answers.shouldRetry(response)).isTrue();
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
  }

  @Test
  void anUnexpectedTroubleSaysNothingButAReference() {
    server.screening.broken = _ -> true;
    HttpResponse<String> response = server.generate("{\"prompt\":\"a kite\"}");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(Answers.code(response)).isEqualTo("internal_error");
    assertThat(Answers.error(response).path("message").stringValue())
        .matches("Something went wrong here. The operator's reference: [0-9a-f-]{36}");
    assertThat(Answers.shouldRetry(response)).isFalse();
  }

  @Test
  void picturesThatTheApiDoesNotTakeAreRefused() {
    byte[] picture = Sketches.png(64, 64, 0x445566);
    Multipart hat = new Multipart().text("prompt", "a hat");
    assertRefused("/v1/images/edits", hat.file("image", Sketches.bmp(64, 64)), "image");
    assertRefused("/v1/images/edits", mask(Sketches.mask(65, 64)), "mask");
    assertRefused("/v1/images/edits", mask(picture), "mask");
    assertRefused("/v1/images/edits", mask(Sketches.jpeg(64, 64, 0)), "mask");
    assertRefused(
        "/v1/images/variations", new Multipart().file("image", Sketches.png(64, 65, 0)), "image");
    assertRefused(
        "/v1/images/variations", new Multipart().file("image", Sketches.jpeg(64, 64, 0)), "image");
  }

  private static Multipart mask(byte[] mask) {
    return new Multipart()
        .text("prompt", "a hat")
        .file("image", Sketches.png(64, 64, 0x445566))
        .file("mask", mask);
  }

  private static void assertRefused(String path, Multipart body, String param) {
    HttpResponse<String> response = server.post(path, body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Answers.param(response)).isEqualTo(param);
  }
}
