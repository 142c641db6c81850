package eu.gardefou.robustness;

import static eu.gardefou.robustness.Transport.CANARY;

import eu.gardefou.robustness.Transport.Json;
import java.util.List;
import java.util.stream.Stream;

/** What is sent to the gate, and where pictures are looked for beside it. */
final class Attempts {
  private static final List<String> GENERATIONS =
      List.of(
          "{\"prompt\":\"a kite\",\"prompt\":\"" + CANARY + "\"}",
          "{\"prompt\":\"" + CANARY + "\",\"prompt\":\"a kite\"}",
          "{\"prompt\":\"a kite\",\"pr\\u006fmpt\":\"" + CANARY + "\"}",
          "{\"prompt\":\"a kite\",\"extra\":\"" + CANARY + "\"}",
          "{\"prompt\":\"a kite\",\"negative_prompt\":\"x\"}",
          "{\"prompt\":[\"a kite\",\"" + CANARY + "\"]}",
          "{\"prompt\":\"a kite\",\"response_format\":\"url\"}",
          "{\"prompt\":\"a kite\",\"callback_url\":\"http://localhost/\"}",
          "{\"prompt\":\"a kite\",\"moderation\":\"off\"}",
          "{\"prompt\":\"a kite\"}{\"prompt\":\"" + CANARY + "\"}",
          "[{\"prompt\":\"a kite\"}]",
          "{\"prompt\":\"a kite\",}");

  private static final List<String> EDITS =
      List.of(
          "{\"prompt\":\"a kite\",\"images\":[{\"image_url\":\"http://localhost/a.png\"}]}",
          "{\"prompt\":\"a kite\",\"images\":[{\"image_url\":\"https://localhost/a.png\"}]}",
          "{\"prompt\":\"a kite\",\"images\":[{\"image_url\":\"file:///a.png\"}]}",
          "{\"prompt\":\"a kite\",\"images\":[{\"file_id\":\"file-1\"}]}",
          "{\"prompt\":\"a kite\",\"images\":[\"/tmp/a.png\"]}");

  /** Where other services keep pictures, and make them. */
  static final List<String> SIDE_PATHS =
      List.of(
          "/v1/files",
          "/v1/files/file-1/content",
          "/v1/images/generations/1",
          "/v1/images/history",
          "/v1/images/1/content",
          "/v1/responses",
          "/v1/responses/resp-1",
          "/v1/chat/completions",
          "/v1/batches",
          "/v1/videos",
          "/v1/uploads",
          "/v1/realtime",
          "/sdapi/v1/progress",
          "/sdapi/v1/txt2img",
          "/api/v1/images/generations",
          "/internal/progress",
          "/queue/join",
          "/history",
          "/view",
          "/ws",
          "/output/a.png",
          "/storage/a.png");

  private Attempts() {}

  /** Two readings, names that nobody knows, and addresses to be fetched. */
  static List<Json> crooked() {
    return Stream.concat(crookedGenerations().stream(), crookedEdits().stream()).toList();
  }

  static List<Json> crookedGenerations() {
    return GENERATIONS.stream().map(json -> new Json("/v1/images/generations", json)).toList();
  }

  private static List<Json> crookedEdits() {
    return EDITS.stream().map(json -> new Json("/v1/images/edits", json)).toList();
  }
}
