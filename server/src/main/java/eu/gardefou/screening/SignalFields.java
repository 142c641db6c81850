package eu.gardefou.screening;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields of one signal on record: each is there, is of its type, and is asked for. */
final class SignalFields {
  private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  private final JsonNode json;
  private final String kind;
  private final Set<String> asked = new HashSet<>(Set.of("signal"));

  private SignalFields(JsonNode json, String kind) {
    this.json = json;
    this.kind = kind;
  }

  static SignalFields of(JsonNode json) {
    JsonNode kind = json.path("signal");
    if (!json.isObject() || !kind.isString()) {
      throw new UnreadableSignal("a signal without a kind");
    }
    return new SignalFields(json, kind.stringValue());
  }

  String kind() {
    return kind;
  }

  boolean has(String field) {
    return json.has(field);
  }

  String text(String field) {
    JsonNode value = value(field);
    return checked(field, value.isString(), value).stringValue();
  }

  /** Null is empty. */
  String textOrEmpty(String field) {
    return value(field).isNull() ? "" : text(field);
  }

  /** What is no number was written as a word. */
  double number(String field) {
    JsonNode value = value(field);
    if (value.isString() && NO_NUMBERS.contains(value.stringValue())) {
      return Double.parseDouble(value.stringValue());
    }
    return checked(field, value.isNumber(), value).doubleValue();
  }

  /** Null is none. */
  double numberOrNone(String field) {
    return value(field).isNull() ? Double.NaN : number(field);
  }

  int whole(String field) {
    JsonNode value = value(field);
    return checked(field, value.canConvertToInt() && value.isIntegralNumber(), value).intValue();
  }

  boolean flag(String field) {
    JsonNode value = value(field);
    return checked(field, value.isBoolean(), value).booleanValue();
  }

  /** Refuses fields that nobody asked for: they may mean something. */
  void end() {
    for (String field : json.propertyNames()) {
      if (!asked.contains(field)) {
        throw new UnreadableSignal("a field '" + field + "' of a signal '" + kind + "'");
      }
    }
  }

  private JsonNode value(String field) {
    asked.add(field);
    JsonNode value = json.get(field);
    if (value == null) {
      throw new UnreadableSignal("a signal '" + kind + "' without '" + field + "'");
    }
    return value;
  }

  private JsonNode checked(String field, boolean fits, JsonNode value) {
    if (!fits) {
      throw new UnreadableSignal(
          "a field '" + field + "' of a signal '" + kind + "', of another type");
    }
    return value;
  }
}
