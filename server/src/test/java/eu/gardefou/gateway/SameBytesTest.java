package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.gateway.RecordingUpstream.Sent;
import eu.gardefou.gateway.RecordingUpstream.SentPart;
import eu.gardefou.media.Picture;
import eu.gardefou.screening.Submission;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the upstream receives is what was screened, byte for byte, and nothing more. */
final class SameBytesTest {
  private static final Set<String> OUR_HEADERS =
      Set.of("accept", "authorization", "content-length", "content-type", "host", "user-agent");
  private static final String JSON = "application/json";

  private static RecordingUpstream upstream;
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    upstream = new RecordingUpstream();
    server = GatewayServer.start(upstream.property(), "gardefou.upstream.key=upstream-secret");
  }

  @AfterAll
  static void stop() {
    server.close();
    upstream.close();
  }

  @BeforeEach
  void forget() {
    upstream.sent.clear();
    server.screening.submissions.clear();
  }

  @Test
  void aGenerationIsRebuiltFromWhatWasScreened() {
    String prompt = "Ein Drachen über dem Hügel 🪁\n\"zwei\" Zeilen";
    HttpResponse<String> response =
        server.post(
            "/v1/images/generations",
            JSON,
            Multipart.bytes(
                """
                {"prompt":"Ein Drachen \\u00fcber dem H\\u00fcgel \\ud83e\\ude81\\n\\"zwei\\" Zeilen",
                 "model":"gpt-image-1","n":2,"size":"1024x1536","quality":"high","background":"opaque",
                 "output_format":"png","output_compression":90,"user":"somebody@example.org",
                 "moderation":"low","partial_images":3,"stream":false}
                """));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);

    Submission screened = server.screening.submissions.getFirst();
    assertThat(screened.text().prompt()).isEqualTo(prompt);
    JsonNode sent = JsonMapper.shared().readTree(only().body());
    assertThat(sent.propertyNames())
        .containsExactly(
            "model",
            "prompt",
            "n",
            "size",
            "quality",
            "background",
            "output_format",
            "output_compression",
            "moderation",
            "user");
    assertThat(sent.path("prompt").stringValue()).isEqualTo(screened.text().prompt());
    assertThat(sent.path("moderation").stringValue()).isEqualTo("auto");
    assertThat(sent.path("user").stringValue()).isEqualTo("key:alice");
    assertThat(sent.path("n").intValue()).isEqualTo(2);
  }

  @Test
  void anEditIsRebuiltFromWhatWasScreened() {
    byte[] first = withTrailingWords(Sketches.png(120, 80, 0x4488AA));
    byte[] second = Sketches.jpeg(60, 40, 0x996633);
    HttpResponse<String> response =
        server.post(
            "/v1/images/edits",
            new Multipart()
                .file("image[]", first)
                .text("prompt", "Häuser\r\n--test-bound\r\nund Bäume")
                .file("image", second)
                .file("mask", Sketches.mask(120, 80))
                .text("moderation", "low")
                .text("partial_images", "3")
                .text("user", "somebody@example.org")
                .text("response_format", "b64_json")
                .text("n", "2"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertSentAsScreened("/v1/images/edits", List.of("image[]", "image[]"));
    assertThat(only().text())
        .doesNotContain("hidden words", "somebody", "a.png", "moderation", "partial_images");
  }

  @Test
  void anEditInJsonIsRebuiltLikewise() {
    String picture = RecordingUpstream.base64(Sketches.png(90, 90, 0x123456));
    String mask = RecordingUpstream.base64(Sketches.mask(90, 90));
    HttpResponse<String> response =
        server.post(
            "/v1/images/edits",
            JSON,
            Multipart.bytes(
                """
                {"images":[{"image_url":"data:image/png;base64,%s"}],"prompt":"with a fence",
                 "mask":{"image_url":"data:text/html;base64,%s"},"moderation":"low",
                 "input_fidelity":"high","partial_images":null}
                """
                    .formatted(picture, mask)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertSentAsScreened("/v1/images/edits", List.of("image"));
    assertThat(only().parts()).extracting(SentPart::name).contains("input_fidelity", "mask");
  }

  @Test
  void aVariationIsRebuiltLikewise() {
    HttpResponse<String> response =
        server.post(
            "/v1/images/variations",
            new Multipart().file("image", Sketches.png(64, 64, 0x654321)).text("size", "512x512"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertSentAsScreened("/v1/images/variations", List.of("image"));
    assertThat(only().parts())
        .extracting(SentPart::name)
        .containsExactly("model", "n", "size", "response_format", "user", "image");
    // Nobody named a model, and one family only can vary.
    assertThat(named(only(), "model")).extracting(SentPart::text).containsExactly("dall-e-2");
  }

  @Test
  void noHeaderOfTheClientGoesOn() {
    HttpRequest request =
        HttpRequest.newBuilder(server.address("/v1/images/generations"))
            .header("Content-Type", JSON)
            .header("Authorization", "Bearer alice")
            .header("OpenAI-Beta", "lax=1")
            .header("OpenAI-Organization", "other")
            .header("X-Forwarded-For", "192.0.2.7")
            .header("X-Moderation", "off")
            .header("Accept-Language", "xx")
            .header("Cookie", "a=b")
            .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"a kite\"}"))
            .build();
    assertThat(server.send(request).statusCode()).isEqualTo(200);
    assertHeadersAreOurs(only());
  }

  @Test
  void theModelIsCalledAsTheOperatorSays() {
    try (GatewayServer other =
        GatewayServer.start(
            upstream.property(), "gardefou.upstream.models=house=our-deployment,dall-e-3")) {
      byte[] body = Multipart.bytes("{\"prompt\":\"a kite\",\"model\":\"house\"}");
      assertThat(other.post("/v1/images/generations", JSON, body).statusCode()).isEqualTo(200);
      assertThat(only().text())
          .contains("\"model\":\"our-deployment\"", "\"response_format\":\"b64_json\"")
          .doesNotContain("moderation");
      assertThat(only().headers()).doesNotContainKey("authorization");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prompt\":\"a kite\",\"prompt\":\"turquoise tricycle\"}",
        "{\"prompt\":\"a kite\",\"Prompt\":\"turquoise tricycle\"}",
        "{\"prompt\":\"a kite\",\"negative_prompt\":\"turquoise tricycle\"}",
        "{\"prompt\":\"a kite\",\"style\":\"turquoise tricycle\"}",
        "{\"prompt\":\"a kite\",\"quality\":\"high\\nprompt: turquoise tricycle\"}",
        "{\"prompt\":\"a kite\",\"safety_identifier\":\"x\"}",
        "{\"prompt\":\"a kite\",\"image\":\"https://example.org/a.png\"}",
        "{\"prompt\":\"a \\ud83e kite\"}",
        "{\"prompt\":\"a kite\"} {\"prompt\":\"turquoise tricycle\"}"
      })
  void whatCannotBeScreenedGoesNowhere(String body) {
    HttpResponse<String> response =
        server.post("/v1/images/generations", JSON, Multipart.bytes(body));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).doesNotContain("tricycle");
    assertThat(upstream.sent).isEmpty();
  }

  @Test
  void aSecondPromptOrAnUnknownPartGoesNowhere() {
    Multipart two = edit().text("prompt", "another");
    assertThat(Answers.param(server.post("/v1/images/edits", two))).isEqualTo("prompt");
    Multipart unknown = edit().text("negative_prompt", "another");
    assertThat(Answers.param(server.post("/v1/images/edits", unknown)))
        .isEqualTo("negative_prompt");
    Multipart mask = edit().file("mask", Sketches.mask(64, 64)).file("mask", Sketches.mask(64, 64));
    assertThat(Answers.param(server.post("/v1/images/edits", mask))).isEqualTo("mask");
    assertThat(upstream.sent).isEmpty();
  }

  @Test
  void queryParametersGoNowhere() {
    byte[] body = Multipart.bytes("{\"prompt\":\"a kite\"}");
    HttpResponse<String> response =
        server.post("/v1/images/generations?prompt=turquoise+tricycle", JSON, body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(upstream.sent).isEmpty();
  }

  @Test
  void aSecondPictureIsScreenedAndSentToo() {
    HttpResponse<String> response =
        server.post("/v1/images/edits", edit().file("image[]", Sketches.canary(64, 64)));
    assertThat(Answers.code(response)).isEqualTo("moderation_blocked");
    assertThat(upstream.sent).isEmpty();
  }

  private static Multipart edit() {
    return new Multipart().text("prompt", "a hat").file("image", Sketches.png(64, 64, 0x555555));
  }

  private static void assertSentAsScreened(String path, List<String> imageNames) {
    Sent sent = only();
    assertThat(sent.line()).isEqualTo("POST " + path);
    assertHeadersAreOurs(sent);
    Submission screened = server.screening.submissions.getFirst();
    List<SentPart> images =
        sent.parts().stream().filter(part -> part.name().startsWith("image")).toList();
    assertThat(images).extracting(SentPart::name).isEqualTo(imageNames);
    for (int i = 0; i < images.size(); i++) {
      assertThat(images.get(i).content())
          .isEqualTo(screened.inputs().get(i).canonicalPng().bytes());
    }
    Picture mask = screened.mask();
    List<SentPart> masks = named(sent, "mask");
    assertThat(masks).hasSize(mask == null ? 0 : 1);
    if (mask != null) {
      assertThat(masks.getFirst().content()).isEqualTo(mask.canonicalPng().bytes());
    }
    List<SentPart> prompts = named(sent, "prompt");
    String words = screened.text().prompt();
    assertThat(prompts)
        .extracting(SentPart::text)
        .isEqualTo(words.isEmpty() ? List.of() : List.of(words));
    assertThat(named(sent, "user")).extracting(SentPart::text).containsExactly("key:alice");
  }

  private static List<SentPart> named(Sent sent, String name) {
    return sent.parts().stream().filter(part -> part.name().equals(name)).toList();
  }

  private static void assertHeadersAreOurs(Sent sent) {
    assertThat(sent.headers().keySet())
        .allSatisfy(
            name -> assertThat(OUR_HEADERS).contains(name.toLowerCase(java.util.Locale.ROOT)));
    assertThat(sent.headers().get("authorization")).containsExactly("Bearer upstream-secret");
    assertThat(sent.headers().get("user-agent")).containsExactly("gardefou");
  }

  private static Sent only() {
    assertThat(upstream.sent).hasSize(1);
    return upstream.sent.getFirst();
  }

  /** A PNG with a text chunk before its end, as editors write them. */
  private static byte[] withTrailingWords(byte[] png) {
    byte[] chunk = "tEXtComment\0hidden words".getBytes(StandardCharsets.ISO_8859_1);
    var crc = new CRC32();
    crc.update(chunk);
    int end = png.length - 12;
    var out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(png, end));
    out.writeBytes(ByteBuffer.allocate(4).putInt(chunk.length - 4).array());
    out.writeBytes(chunk);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    out.writeBytes(Arrays.copyOfRange(png, end, png.length));
    return out.toByteArray();
  }
}
