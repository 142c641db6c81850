package eu.gardefou.exchanges.peer;

import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON of others, within limits. Its texts are never quoted in a sentence. */
public final class Json {
  /** Reads and writes; limits hold for whatever it reads. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNameLength(1_000)
                          .maxNumberLength(40)
                          .maxStringLength(4 << 20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private Json() {}

  /**
   * Reads an answer that has to be one object.
   *
   * @throws PeerFailure when it is not
   */
  public static ObjectNode object(String title, byte[] bytes) {
    try {
      if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new PeerFailure(Kind.BROKEN, title + " sent JSON that cannot be read.", e);
    }
    throw new PeerFailure(Kind.BROKEN, title + " sent something else than a JSON object.");
  }

  /** A text of an object; null when there is none. A whole number is a text too. */
  public static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isString()) {
      return value.stringValue();
    }
    return value.isIntegralNumber() ? value.asString() : null;
  }

  /** A whole number of an object, also one in quotes; the other one when there is none. */
  public static long number(JsonNode object, String field, long other) {
    String text = text(object, field);
    try {
      return text == null ? other : Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return other;
    }
  }

  /** Words by name, written as one object. */
  public static String write(Map<String, String> words) {
    return MAPPER.writeValueAsString(words);
  }

  /** Words by name, as {@link #write} wrote them. */
  public static Map<String, String> words(String json) {
    Map<String, String> words = new TreeMap<>();
    for (Map.Entry<String, JsonNode> word : MAPPER.readTree(json).properties()) {
      words.put(word.getKey(), word.getValue().asString());
    }
    return words;
  }
}
