package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers in tests. */
final class Answers {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Answers() {}

  static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  /** The error, which must have its four fields, and must say whether to try again. */
  static JsonNode error(HttpResponse<String> response) {
    JsonNode error = json(response).path("error");
    assertThat(error.propertyNames()).contains("message", "type", "param", "code");
    assertThat(error.path("message").stringValue("")).isNotBlank();
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.headers().firstValue("X-Should-Retry").orElse("")).isIn("true", "false");
    return error;
  }

  static String code(HttpResponse<String> response) {
    return error(response).path("code").stringValue("");
  }

  static String param(HttpResponse<String> response) {
    return error(response).path("param").stringValue("");
  }

  static boolean shouldRetry(HttpResponse<String> response) {
    return response.headers().firstValue("X-Should-Retry").orElse("").equals("true");
  }
}
