package eu.gardefou.cli;

import eu.gardefou.policy.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running gate over {@code POST /v1/screen}. A gate that has no room for now says when to
 * come back; it is asked again then, a few times, and then believed.
 */
final class RemoteJudge implements Judge {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private static final int ATTEMPTS = 6;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int BUSY = 503;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI endpoint;
  private final String key;
  private final Pause pause;

  /** How time goes by. */
  @FunctionalInterface
  interface Pause {
    void last(Duration time) throws InterruptedException;
  }

  RemoteJudge(URI server, String key) {
    this(server, key, Thread::sleep);
  }

  RemoteJudge(URI server, String key, Pause pause) {
    if (server.getHost() == null || !List.of("http", "https").contains(server.getScheme())) {
      throw new Problem("--server is an address such as http://localhost:8080.");
    }
    String base = server.toString();
    this.endpoint = URI.create((base.endsWith("/") ? base : base + "/") + "v1/screen");
    this.key = key;
    this.pause = pause;
  }

  @Override
  public Map<String, @Nullable Object> judge(
      Kind kind, String prompt, List<String> companions, List<byte[]> pictures) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", kind.word());
    body.put("prompt", prompt);
    if (!companions.isEmpty()) {
      body.put("negative_prompt", companions.getFirst());
    }
    body.put("images", pictures.stream().map(RemoteJudge::dataUrl).toList());
    HttpResponse<String> response = patiently(JSON.writeValueAsString(body));
    if (response.statusCode() != 200) {
      throw new Problem(
          "The server answered " + response.statusCode() + ": " + detail(response.body()));
    }
    return read(response.body());
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpResponse<String> patiently(String body) {
    HttpResponse<String> response = send(body);
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      Duration wanted = comeBackIn(response);
      if (wanted == null) {
        return response;
      }
      try {
        pause.last(wanted);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new Problem("Interrupted.");
      }
      response = send(body);
    }
    return response;
  }

  /** Null when the answer is an answer, or does not say when there will be a better one. */
  private static @Nullable Duration comeBackIn(HttpResponse<String> response) {
    if (response.statusCode() != BUSY) {
      return null;
    }
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    if (!seconds.matches("[0-9]{1,6}")) {
      return null;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(seconds));
    return wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
  }

  private HttpResponse<String> send(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofMinutes(1))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new Problem("The server at " + endpoint + " does not answer.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Problem("Interrupted.");
    }
  }

  /** The media type is not declared: the gate looks at the content. */
  private static String dataUrl(byte[] picture) {
    return "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(picture);
  }

  private static String detail(String body) {
    try {
      return String.valueOf(read(body).get("detail"));
    } catch (Problem noJson) {
      return "no explanation";
    }
  }

  private static Map<String, @Nullable Object> read(String body) {
    try {
      return JSON.readValue(body, OBJECT);
    } catch (JacksonException noJson) {
      throw new Problem("The server's answer is not JSON; is this a Gardefou address?");
    }
  }
}
