package eu.gardefou.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object in UTF-8, each name once, within limits, and nothing after it. */
final class StrictJson {
  /** A picture as a data URL is the longest value that the API knows. */
  static final int LONGEST_VALUE = 20_971_520;

  private static final JsonMapper MAPPER = mapper(1_000);

  /** For lists, of which the length of the body is limit enough. */
  private static final JsonMapper LONG_MAPPER = mapper(100_000);

  private static JsonMapper mapper(int tokens) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(8)
                        .maxTokenCount(tokens)
                        .maxNameLength(64)
                        .maxNumberLength(20)
                        .maxStringLength(LONGEST_VALUE)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .build();
  }

  private StrictJson() {}

  static ObjectNode object(Body body) {
    return object(text(body), MAPPER);
  }

  static ObjectNode longObject(Body body) {
    return object(text(body), LONG_MAPPER);
  }

  private static String text(Body body) {
    String charset = body.type().parameter("charset");
    if (charset != null && !"utf-8".equalsIgnoreCase(charset)) {
      throw BadRequest.unsupportedType("JSON must be UTF-8.");
    }
    return PlainText.ofUtf8(null, body.bytes());
  }

  static ObjectNode object(String text) {
    return object(text, MAPPER);
  }

  private static ObjectNode object(String text, JsonMapper mapper) {
    try {
      JsonNode node = mapper.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw BadRequest.invalid(null, sentence(e));
    }
    throw BadRequest.invalid(null, "The body must be a JSON object.");
  }

  /** The parser's own message may quote the request, so only its place is told. */
  private static String sentence(JacksonException e) {
    String message = e.getOriginalMessage();
    TokenStreamLocation at = e.getLocation();
    String where =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return message != null && message.startsWith("Duplicate")
        ? "The body names a field twice" + where + "."
        : "The body is not JSON as it is read here" + where + ".";
  }
}
