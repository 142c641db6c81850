package eu.gardefou;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Scope;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client asks of the whole program, and the answers that let nothing pass. */
final class Questions {
  private static final String PICTURE =
      "data:image/png;base64," + Base64.getEncoder().encodeToString(Drawing.png(320, 240));
  private static final String EDIT =
      "{\"prompt\":\"make the sky a little bluer\",\"images\":[{\"image_url\":\""
          + PICTURE
          + "\"}]}";

  private Questions() {}

  static void assertRefusedUnassessed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode error = JsonMapper.shared().readTree(answer.body()).get("error");
    assertThat(error.get("code").stringValue()).isEqualTo("moderation_blocked");
    assertThat(error.at("/gateway/rule_ids").toString()).contains("check-missing");
  }

  static void assertScreenRefuses(WholeGate gate, String key) {
    HttpResponse<String> answer = screen(gate, key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode screened = JsonMapper.shared().readTree(answer.body());
    assertThat(screened.path("decision").stringValue()).isEqualTo("refuse");
    assertThat(answer.body()).contains("check-missing");
  }

  static void assertFails(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("b64_json").doesNotContain("\"allow\"");
  }

  static HttpResponse<String> generate(WholeGate gate, String key) {
    return json(gate, key, "/v1/images/generations", "{\"prompt\":\"a red bicycle by the sea\"}");
  }

  static HttpResponse<String> screen(WholeGate gate, String key) {
    return json(gate, key, "/v1/screen", EDIT);
  }

  private static HttpResponse<String> json(WholeGate gate, String key, String path, String body) {
    return gate.post(path, key, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static HttpResponse<String> edit(WholeGate gate) {
    return edit(gate, gate.key(Scope.GATEWAY));
  }

  static HttpResponse<String> edit(WholeGate gate, String key) {
    return json(gate, key, "/v1/images/edits", EDIT);
  }
}
