package eu.gardefou.gateway.upstream;

import eu.gardefou.gateway.upstream.UpstreamAnswer.RawPicture;
import eu.gardefou.gateway.upstream.UpstreamAnswer.Usage;
import eu.gardefou.gateway.upstream.UpstreamFailure.Kind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an upstream answers, strictly: what makes no sense is no answer. */
final class AnswerReader {
  private static final int LONGEST_REVISED_PROMPT = 64_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxTokenCount(10_000)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  /** Fetches a picture that came as an address. */
  interface Fetching {
    byte[] fetch(String address) throws InterruptedException;
  }

  private final Fetching fetching;

  AnswerReader(Fetching fetching) {
    this.fetching = fetching;
  }

  /**
   * Reads an answer.
   *
   * @param count how many pictures were ordered
   */
  UpstreamAnswer read(HttpResponse<byte[]> response, int count) throws InterruptedException {
    JsonNode body = tree(response.body());
    if (response.statusCode() != 200) {
      return ErrorReader.read(response, body);
    }
    JsonNode data = body.path("data");
    if (!data.isArray()) {
      throw garbage("there is no list of pictures");
    }
    // Two services answer 200 when their safety system says no: with an empty list, or with a
    // picture that is marked and missing.
    boolean marked = data.valueStream().anyMatch(AnswerReader::isWithheld);
    if (data.isEmpty() || marked) {
      return new UpstreamAnswer.Refused(marked ? "output" : "unknown", List.of());
    }
    if (data.size() != count) {
      throw garbage("there are " + data.size() + " pictures, not " + count);
    }
    List<RawPicture> pictures = new ArrayList<>();
    for (JsonNode item : data) {
      pictures.add(new RawPicture(bytes(item), revisedPrompt(item)));
    }
    return new UpstreamAnswer.Made(pictures, usage(body.path("usage")));
  }

  private static boolean isWithheld(JsonNode item) {
    JsonNode respected = item.path("respect_moderation");
    return respected.isBoolean() && !respected.booleanValue();
  }

  private byte[] bytes(JsonNode item) throws InterruptedException {
    String encoded = item.path("b64_json").stringValue(null);
    if (encoded != null) {
      // Some services put a data URL where the API has plain base64.
      int comma = encoded.startsWith("data:") ? encoded.indexOf(',') : -1;
      try {
        return Base64.getDecoder().decode(encoded.substring(comma + 1));
      } catch (IllegalArgumentException e) {
        throw garbage("a picture is not base64");
      }
    }
    String address = item.path("url").stringValue(null);
    if (address == null) {
      throw garbage("a picture is missing");
    }
    return fetching.fetch(address);
  }

  private static @Nullable String revisedPrompt(JsonNode item) {
    String text = item.path("revised_prompt").stringValue(null);
    if (text != null && text.length() > LONGEST_REVISED_PROMPT) {
      throw garbage("a revised prompt is too long");
    }
    return text == null || text.isEmpty() ? null : text;
  }

  private static @Nullable Usage usage(JsonNode usage) {
    if (!usage.isObject()) {
      return null;
    }
    JsonNode details = usage.path("input_tokens_details");
    return new Usage(
        usage.path("total_tokens").longValue(0),
        usage.path("input_tokens").longValue(0),
        usage.path("output_tokens").longValue(0),
        details.path("text_tokens").longValue(0),
        details.path("image_tokens").longValue(0));
  }

  /** An error may come with any body, so one that is not JSON is not the end of the reading. */
  private static JsonNode tree(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      return MAPPER.missingNode();
    }
  }

  private static UpstreamFailure garbage(String what) {
    return new UpstreamFailure(Kind.BROKEN, "the answer makes no sense: " + what);
  }
}
