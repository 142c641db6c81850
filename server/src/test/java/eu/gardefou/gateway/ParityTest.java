package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.screening.FakeScreening;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The same request gets the same answer over every door, however it is dressed. */
final class ParityTest {
  private static final List<Map<String, String>> DRESSES =
      List.of(
          Map.of(),
          Map.of("Accept", "text/html"),
          Map.of("Accept", "text/event-stream"),
          Map.of("Accept", "image/png"),
          Map.of("Accept-Language", "fr-FR"),
          Map.of("Accept-Language", "mt, *;q=0.1"),
          Map.of("User-Agent", "something else"),
          Map.of("X-Forwarded-For", "192.0.2.1"),
          Map.of("X-Forwarded-Proto", "https"),
          Map.of("CF-IPCountry", "FR"),
          Map.of("OpenAI-Organization", "org-1"),
          Map.of("X-HTTP-Method-Override", "GET"),
          Map.of("Prefer", "respond-async"),
          Map.of("X-Tier", "enterprise"));

  private static final String JSON = "application/json";

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Knock(String path, String contentType, byte[] body) {}

  @Test
  void refusedWordsAreRefusedAlikeEverywhere() {
    try (var upstream = new RecordingUpstream();
        var server = GatewayServer.start(upstream.property())) {
      List<String> answers = new ArrayList<>();
      wordKnocks(FakeScreening.CANARY)
          .forEach((_, knock) -> answers.addAll(answers(server, knock)));
      assertThat(answers).hasSizeGreaterThan(150);
      assertThat(answers.stream().distinct())
          .containsExactly(
              "400 moderation_blocked input [\"canary-words\"] " + FakeScreening.POLICY);
      assertThat(upstream.sent).isEmpty();
    }
  }

  @Test
  void aRefusedPictureIsRefusedAlikeEverywhere() {
    try (var upstream = new RecordingUpstream();
        var server = GatewayServer.start(upstream.property())) {
      List<String> answers = new ArrayList<>();
      pictureKnocks(Sketches.canary(64, 64))
          .forEach((_, knock) -> answers.addAll(answers(server, knock)));
      assertThat(answers.stream().distinct())
          .containsExactly(
              "400 moderation_blocked input [\"canary-colour\"] " + FakeScreening.POLICY);
      assertThat(upstream.sent).isEmpty();
    }
  }

  @Test
  void aRefusedResultIsRefusedAlikeEverywhere() {
    try (var upstream = new RecordingUpstream();
        var server = GatewayServer.start(upstream.property())) {
      String bad = RecordingUpstream.base64(Sketches.canary(64, 64));
      upstream.answering =
          _ -> RecordingUpstream.Answer.json(200, "{\"data\":[{\"b64_json\":\"" + bad + "\"}]}");
      List<String> answers = new ArrayList<>();
      wordKnocks("a kite").forEach((_, knock) -> answers.addAll(answers(server, knock)));
      pictureKnocks(Sketches.png(64, 64, 0x334455))
          .forEach((_, knock) -> answers.addAll(answers(server, knock)));
      assertThat(answers.stream().distinct())
          .containsExactly(
              "400 moderation_blocked output [\"canary-colour\"] " + FakeScreening.POLICY);
    }
  }

  @Test
  void ordinaryRequestsPassAlikeEverywhere() {
    try (var upstream = new RecordingUpstream();
        var server = GatewayServer.start(upstream.property())) {
      wordKnocks("a kite")
          .forEach((name, knock) -> {
            for (Map<String, String> dress : DRESSES) {
              assertThat(knock(server, knock, "alice", dress).statusCode()).as(name).isEqualTo(200);
            }
          });
    }
  }

  private static Map<String, Knock> wordKnocks(String words) {
    Map<String, Knock> knocks = new LinkedHashMap<>();
    byte[] picture = Sketches.png(64, 64, 0x778899);
    String url = "data:image/png;base64," + RecordingUpstream.base64(picture);
    String json = "{\"prompt\":\"" + words + "\"}";
    String editJson = "{\"images\":[{\"image_url\":\"" + url + "\"}]," + json.substring(1);
    knocks.put("generation", generation(json));
    knocks.put(
        "generation, other type",
        new Knock(
            "/v1/images/generations", "Application/JSON; charset=UTF-8", Multipart.bytes(json)));
    knocks.put(
        "generation, stream", generation(with(json, "\"stream\":true,\"partial_images\":3")));
    knocks.put("generation, low", generation(with(json, "\"moderation\":\"low\"")));
    knocks.put("generation, other model", generation(with(json, "\"model\":\"gpt-image-1-mini\"")));
    knocks.put("generation, escaped", generation(json.replace("t", "\\u0074")));
    knocks.put("edit", edit(new Multipart().text("prompt", words).file("image", picture)));
    knocks.put(
        "edit, many",
        edit(
            new Multipart()
                .file("image[]", picture)
                .file("image[]", picture)
                .text("prompt", words)));
    knocks.put(
        "edit, stream",
        edit(new Multipart().text("stream", "true").text("prompt", words).file("image", picture)));
    knocks.put(
        "edit, low",
        edit(
            new Multipart()
                .text("moderation", "low")
                .text("prompt", words)
                .file("image", picture)));
    knocks.put("edit, json", new Knock("/v1/images/edits", JSON, Multipart.bytes(editJson)));
    knocks.put(
        "edit, json, stream",
        new Knock("/v1/images/edits", JSON, Multipart.bytes(with(editJson, "\"stream\":true"))));
    return knocks;
  }

  private static Map<String, Knock> pictureKnocks(byte[] picture) {
    Map<String, Knock> knocks = new LinkedHashMap<>();
    String url = "data:image/png;base64," + RecordingUpstream.base64(picture);
    byte[] plain = Sketches.png(64, 64, 0x778899);
    knocks.put("edit", edit(new Multipart().text("prompt", "a hat").file("image", picture)));
    knocks.put(
        "edit, second",
        edit(
            new Multipart().text("prompt", "a hat").file("image", plain).file("image[]", picture)));
    knocks.put(
        "edit, json",
        new Knock(
            "/v1/images/edits",
            JSON,
            Multipart.bytes(
                "{\"images\":[{\"image_url\":\"" + url + "\"}],\"prompt\":\"a hat\"}")));
    knocks.put(
        "variation",
        new Knock(
            "/v1/images/variations",
            new Multipart().contentType(),
            new Multipart().file("image", picture).bytes()));
    return knocks;
  }

  private static Knock generation(String json) {
    return new Knock("/v1/images/generations", JSON, Multipart.bytes(json));
  }

  private static Knock edit(Multipart body) {
    return new Knock("/v1/images/edits", body.contentType(), body.bytes());
  }

  private static String with(String json, String more) {
    return json.substring(0, json.length() - 1) + "," + more + "}";
  }

  private static List<String> answers(GatewayServer server, Knock knock) {
    List<String> answers = new ArrayList<>();
    for (Map<String, String> dress : DRESSES) {
      answers.add(answer(knock(server, knock, "alice", dress)));
    }
    answers.add(answer(knock(server, knock, "another-key", Map.of())));
    return answers;
  }

  private static String answer(HttpResponse<String> response) {
    JsonNode error = Answers.error(response);
    JsonNode gateway = error.path("gateway");
    assertThat(Answers.shouldRetry(response)).isFalse();
    assertThat(gateway.path("decision_id").stringValue("")).hasSize(36);
    return String.join(
        " ",
        Integer.toString(response.statusCode()),
        error.path("code").stringValue(""),
        error.path("moderation_details").path("moderation_stage").stringValue(""),
        gateway.path("rule_ids").toString(),
        gateway.path("policy_version").stringValue(""));
  }

  private static HttpResponse<String> knock(
      GatewayServer server, Knock knock, String key, Map<String, String> dress) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address(knock.path()))
            .header("Content-Type", knock.contentType())
            .header("Authorization", "Bearer " + key);
    dress.forEach(request::setHeader);
    return server.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(knock.body())).build());
  }
}
