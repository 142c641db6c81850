package eu.gardefou.exchanges.files;

import eu.gardefou.exchanges.peer.Json;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** JSON objects: in one list, or one after the other as in JSON lines. */
final class JsonRows implements Rows {
  private final JsonParser parser;
  private final boolean list;
  private @Nullable JsonToken token;

  JsonRows(Reader reader) throws IOException {
    this.parser = Json.MAPPER.createParser(reader);
    try {
      this.token = parser.nextToken();
      if (token == null) {
        throw new Malformed(0, "It is empty: a list without entries is written [].");
      }
      this.list = token == JsonToken.START_ARRAY;
      if (list) {
        token = parser.nextToken();
      }
    } catch (JacksonException e) {
      throw unread(e);
    }
  }

  @Override
  public @Nullable Row next() throws IOException {
    try {
      if (list && token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
        if (token != null) {
          throw new Malformed(line(), "Something follows the end of the list.");
        }
        return null;
      }
      if (token == null && !list) {
        return null;
      }
      if (token != JsonToken.START_OBJECT) {
        throw new Malformed(line(), "An entry has to be an object.");
      }
      long begin = line();
      JsonNode entry = parser.readValueAsTree();
      token = parser.nextToken();
      return new Row(begin, cells(begin, entry));
    } catch (JacksonException e) {
      throw unread(e);
    }
  }

  private static Map<String, String> cells(long line, JsonNode entry) {
    Map<String, String> cells = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      JsonNode value = field.getValue();
      if (value.isString() || value.isIntegralNumber()) {
        String text = value.asString().strip();
        if (!text.isEmpty()) {
          cells.put(field.getKey().strip().toLowerCase(Locale.ROOT), text);
        }
      } else if (!value.isNull()) {
        throw new Malformed(line, "A field is neither a text nor a whole number.");
      }
    }
    return cells;
  }

  private long line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static RuntimeException unread(JacksonException e) throws IOException {
    if (e.getCause() instanceof CharacterCodingException coding) {
      throw coding;
    }
    TokenStreamLocation at = e.getLocation();
    return new Malformed(at == null ? 0 : Math.max(1, at.getLineNr()), "It is not JSON.");
  }

  @Override
  public void close() {
    parser.close();
  }
}
