package eu.gardefou.hma;

import eu.gardefou.exchanges.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The forms of exchanges as upstream describes and fills them. */
final class ExchangeForms {
  /** What upstream's clients call one of them. */
  private static final Map<String, String> OTHER_NAMES = Map.of("stop_ncii", "stopncii");

  private ExchangeForms() {}

  static String api(String name) {
    return OTHER_NAMES.getOrDefault(name, name);
  }

  static Map<String, @Nullable Object> schema(Api api) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("config_schema", fields(api.settings()));
    schema.put(
        "credentials_schema", api.credentials().isEmpty() ? null : fields(api.credentials()));
    return schema;
  }

  private static Map<String, Object> fields(List<Api.Entry> entries) {
    return Map.of("fields", entries.stream().map(ExchangeForms::field).toList());
  }

  private static Map<String, @Nullable Object> field(Api.Entry entry) {
    Map<String, @Nullable Object> field = new LinkedHashMap<>();
    field.put("name", entry.name());
    field.put("type", entry.type());
    field.put("required", entry.required());
    field.put("default", entry.fallback());
    field.put("help", entry.help());
    field.put("choices", entry.choices().isEmpty() ? null : entry.choices());
    return field;
  }

  /** The fields of an inner object as words: a list is its items with commas between them. */
  static Map<String, String> words(Fields fields, String name) {
    JsonNode inner = fields.value(name);
    if (inner == null) {
      return Map.of();
    }
    if (!inner.isObject()) {
      throw HmaProblem.bad("Field `" + name + "` must be object");
    }
    Map<String, String> words = new LinkedHashMap<>();
    inner.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> words.put(field.getKey(), word(field.getValue())));
    return words;
  }

  private static String word(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(ExchangeForms::word)
          .collect(Collectors.joining(","));
    }
    if (!value.isValueNode()) {
      throw HmaProblem.bad("A field of an exchange is a text, a number, a truth value or a list");
    }
    return value.asString();
  }
}
