package eu.gardefou;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Scope;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.EvidenceLog;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same request through every door, with every key, header and language: the same decision and
 * rules.
 */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class ParityTest {
  private static final String PROMPT = "take off her dress";
  private static final byte[] PICTURE = Drawing.png(320, 240);
  private static final List<String[]> HEADERS =
      List.of(
          new String[] {},
          new String[] {"Accept-Language", "fr-FR,fr;q=0.9"},
          new String[] {"Accept-Language", "tr"},
          new String[] {"CF-IPCountry", "T1", "X-Forwarded-For", "203.0.113.7"},
          new String[] {"X-Tier", "enterprise", "OpenAI-Organization", "org-1"},
          new String[] {"User-Agent", "mobile/7.1", "OpenAI-Beta", "images=v9"});

  private static WholeGate gate;
  private static List<String> keys;

  /** A way in. */
  record Door(String name, String path, String contentType, String body) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() {
    gate = WholeGate.start();
    keys =
        List.of(
            gate.key(Scope.GATEWAY, Scope.SCREEN),
            gate.key(Scope.GATEWAY, Scope.SCREEN, Scope.CURATE, Scope.AUDIT));
  }

  @AfterAll
  static void stop() {
    gate.close();
  }

  static Stream<List<Door>> sameRequests() {
    return Stream.of(edits(), generations());
  }

  @ParameterizedTest
  @MethodSource("sameRequests")
  void everyDoorDecidesTheSame(List<Door> doors) {
    DecisionEntry first = decision(doors.getFirst(), keys.getFirst(), HEADERS.getFirst());
    assertThat(first.decision()).isEqualTo("refuse");
    assertThat(first.rules()).isNotEmpty();
    for (Door door : doors) {
      for (int i = 0; i < HEADERS.size(); i++) {
        // Every door with every header, and with every key; not each key with each header.
        for (String key : i == 0 ? keys : keys.subList(i % keys.size(), i % keys.size() + 1)) {
          DecisionEntry entry = decision(door, key, HEADERS.get(i));
          assertThat(entry.decision()).as(door.name()).isEqualTo(first.decision());
          assertThat(entry.rules()).as(door.name()).isEqualTo(first.rules());
          assertThat(entry.policyVersion()).isEqualTo(first.policyVersion());
          assertThat(entry.signals()).as(door.name()).isEqualTo(first.signals());
        }
      }
    }
  }

  private static DecisionEntry decision(Door door, String key, String[] headers) {
    HttpResponse<String> answer =
        gate.post(
            door.path(),
            key,
            door.contentType(),
            door.body().getBytes(StandardCharsets.ISO_8859_1),
            headers);
    JsonNode json = JsonMapper.shared().readTree(answer.body());
    boolean tells = List.of("/v1/screen", "/v1/moderations").contains(door.path());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(tells ? 200 : 400);
    String place =
        switch (door.path()) {
          case "/v1/screen" -> "/decision_id";
          case "/v1/moderations" -> "/results/0/gateway/decision_id";
          default -> "/error/gateway/decision_id";
        };
    String id = json.at(place).stringValue();
    return gate.bean(EvidenceLog.class).find(UUID.fromString(id)).orElseThrow();
  }

  private static List<Door> edits() {
    String dataUrl = "data:image/png;base64," + Base64.getEncoder().encodeToString(PICTURE);
    String pictureJson = "[{\"image_url\":\"" + dataUrl + "\"}]";
    Map<String, String> screenFields = Map.of("kind", "edit", "prompt", PROMPT);
    Map<String, String> editFields = Map.of("prompt", PROMPT);
    Map<String, String> streamFields = Map.of("prompt", PROMPT, "stream", "true");
    return List.of(
        multipart("edit, multipart", "/v1/images/edits", editFields, "image"),
        multipart("edit, multipart list", "/v1/images/edits", editFields, "image[]"),
        multipart("edit, multipart stream", "/v1/images/edits", streamFields, "image"),
        json(
            "edit, JSON", "/v1/images/edits", "{\"prompt\":\"%s\",\"images\":" + pictureJson + "}"),
        json(
            "edit, JSON, ten at once",
            "/v1/images/edits",
            "{\"n\":10,\"prompt\":\"%s\",\"images\":" + pictureJson + "}"),
        multipart("screen, multipart", "/v1/screen", screenFields, "image"),
        json(
            "screen, JSON",
            "/v1/screen",
            "{\"kind\":\"edit\",\"prompt\":\"%s\",\"images\":" + pictureJson + "}"),
        json(
            "moderation, JSON",
            "/v1/moderations",
            "{\"input\":[{\"type\":\"text\",\"text\":\"%s\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\""
                + dataUrl
                + "\"}}]}"));
  }

  private static List<Door> generations() {
    return List.of(
        json("generate", "/v1/images/generations", "{\"prompt\":\"%s\"}"),
        json("generate, stream", "/v1/images/generations", "{\"prompt\":\"%s\",\"stream\":true}"),
        json(
            "generate, lax",
            "/v1/images/generations",
            "{\"prompt\":\"%s\",\"moderation\":\"low\"}"),
        json("screen, JSON", "/v1/screen", "{\"kind\":\"generate\",\"prompt\":\"%s\"}"),
        json("moderation, JSON", "/v1/moderations", "{\"input\":\"%s\"}"));
  }

  private static Door json(String name, String path, String form) {
    return new Door(name, path, "application/json", form.replace("%s", PROMPT));
  }

  private static Door multipart(
      String name, String path, Map<String, String> fields, String pictureName) {
    StringBuilder body = new StringBuilder();
    fields.forEach((field, value) ->
        body.append("--b\r\nContent-Disposition: form-data; name=\"")
            .append(field)
            .append("\"\r\n\r\n")
            .append(value)
            .append("\r\n"));
    body.append("--b\r\nContent-Disposition: form-data; name=\"")
        .append(pictureName)
        .append("\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n")
        .append(new String(PICTURE, StandardCharsets.ISO_8859_1))
        .append("\r\n--b--\r\n");
    return new Door(name, path, "multipart/form-data; boundary=b", body.toString());
  }
}
