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

/** JSON objects: in one list, or one after the other as in JSON lines. */
final class JsonRows implements Rows {
  private static final int MOST_FIELDS = 100;
  private static final int LONGEST = 8 << 20;

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
      Row row = row(line());
      token = parser.nextToken();
      return row;
    } catch (JacksonException e) {
      throw unread(e);
    }
  }

  /** Field by field, so that an entry without an end is not held in memory. */
  private Row row(long line) {
    Map<String, String> cells = new HashMap<>();
    int fields = 0;
    int length = 0;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName().strip().toLowerCase(Locale.ROOT);
      String text = text(line, parser.nextToken());
      fields++;
      length += text.length();
      if (fields > MOST_FIELDS || length > LONGEST) {
        throw new Malformed(line, "It is too long.");
      }
      if (!text.isEmpty() && cells.put(name, text) != null) {
        throw new Malformed(line, "A field is there twice.");
      }
    }
    return new Row(line, cells);
  }

  private String text(long line, JsonToken value) {
    if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
      return parser.getString().strip();
    }
    if (value == JsonToken.VALUE_NULL) {
      return "";
    }
    throw new Malformed(line, "A field is neither a text nor a whole number.");
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
