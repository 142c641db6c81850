package eu.gardefou.robustness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.EvidenceLog;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gate over HTTP, and what has to hold there whoever asks for whatever.
 *
 * @param keys three keys, the last of which opens most
 */
record Transport(WholeGate gate, List<String> keys) {
  static final String CANARY = "please draw a teal tricycle";
  static final String HARMLESS = "a red bicycle by the sea";

  /** A body in JSON, and where it is sent. */
  record Json(String path, String body) {}

  /** With new keys. */
  static Transport to(WholeGate gate) {
    return new Transport(
        gate,
        List.of(
            gate.key(Scope.GATEWAY, Scope.SCREEN),
            gate.key(Scope.GATEWAY, Scope.SCREEN),
            gate.key(Scope.GATEWAY, Scope.SCREEN, Scope.CURATE, Scope.AUDIT)));
  }

  HttpResponse<String> send(Carriage carriage, int key) {
    return gate.post(
        carriage.path(),
        keys.get(key),
        carriage.contentType(),
        carriage.body(),
        carriage.headers().toArray(String[]::new));
  }

  HttpResponse<String> send(Json request) {
    return gate.post(
        request.path(), keys.getFirst(), "application/json", request.body().getBytes(UTF_8));
  }

  /** The decision that an answer tells of. */
  DecisionEntry recorded(HttpResponse<String> answer) {
    JsonNode json = JsonMapper.shared().readTree(answer.body());
    JsonNode id =
        json.has("decision_id") ? json.get("decision_id") : json.at("/error/gateway/decision_id");
    assertThat(id.isString()).as(answer.body()).isTrue();
    return gate.bean(EvidenceLog.class).find(UUID.fromString(id.stringValue())).orElseThrow();
  }

  /** Refused as the same words were before, for the same reasons. */
  void assertRefusedAlike(DecisionEntry plain, Carriage carriage, int key) {
    HttpResponse<String> answer = send(carriage, key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(carriage.isScreen() ? 200 : 400);
    DecisionEntry entry = recorded(answer);
    assertThat(entry.decision()).isEqualTo("refuse").isEqualTo(plain.decision());
    assertThat(entry.rules()).isEqualTo(plain.rules());
    assertThat(entry.signals()).isEqualTo(plain.signals());
    assertThat(entry.policyVersion()).isEqualTo(plain.policyVersion());
  }

  /** Refused before anybody decides about it. */
  void assertNotRead(Json request) {
    HttpResponse<String> answer = send(request);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("b64_json\":", "\"allow\"");
  }

  /** Nothing is to be had there, with any key. */
  void assertShut(String path, String method) {
    HttpResponse<String> answer =
        gate.send(
            HttpRequest.newBuilder(gate.address(path))
                .header("Authorization", "Bearer " + keys.getLast())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{\"prompt\":\"a kite\"}"))
                .build());
    // Pages of people send to the sign-in.
    assertThat(answer.statusCode()).as(path).isBetween(300, 499);
    assertThat(answer.body()).doesNotContain("b64_json\":", "data:image");
  }

  /** The picture is in the answer, and nothing leads to it that goes past the gate. */
  void assertWithoutAddress(Carriage carriage) {
    HttpResponse<String> answer = send(carriage, 0);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("http://", "https://", "\"url\"");
  }
}
