package eu.gardefou.notices;

import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object, read field by field. What cannot be read is noted, and the rest goes on. */
final class Fields {
  static final int MOST_ERRORS = 50;

  private final ObjectNode node;
  private final String path;
  private final List<FieldError> errors;

  private Fields(ObjectNode node, String path, List<FieldError> errors) {
    this.node = node;
    this.path = path;
    this.errors = errors;
  }

  static Fields of(ObjectNode node) {
    return new Fields(node, "", new ArrayList<>());
  }

  List<FieldError> errors() {
    return errors;
  }

  /** Notes every field that is not one of these. */
  Fields knowing(Set<String> names) {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        BadRequest unknown = BadRequest.unknown(name);
        String shown = unknown.param() == null ? "?" : name;
        note(path + shown, unknown.sentence(), name + ": " + node.get(name));
      }
    }
    return this;
  }

  /** The object in a field; an empty one when there is none. */
  Fields inside(String name) {
    return inside(name, value(name));
  }

  private Fields inside(String name, @Nullable JsonNode value) {
    ObjectNode empty = node.objectNode();
    if (value != null && !value.isObject()) {
      note(name, "'" + path + name + "' is an object.");
    }
    return new Fields(value instanceof ObjectNode it ? it : empty, path + name + ".", errors);
  }

  /** Reads each element of a list that may have so many; those beyond are noted. */
  <T> List<T> each(String name, int most, Function<Entry, @Nullable T> reading) {
    JsonNode value = value(name);
    List<T> read = new ArrayList<>();
    if (value == null) {
      return read;
    }
    if (!value.isArray()) {
      note(name, "'" + path + name + "' is a list.");
      return read;
    }
    for (int i = 0; i < value.size(); i++) {
      Entry entry = new Entry(path + name + "[" + i + "]", value.get(i));
      if (i >= most) {
        tooMany(entry, most);
        continue;
      }
      T one = reading.apply(entry);
      if (one != null) {
        read.add(one);
      }
    }
    return read;
  }

  private void tooMany(Entry entry, int most) {
    note(
        entry.name(),
        "At most " + most + " are read at once: send the others as another notice.",
        entry.value().toString());
  }

  /** An element of a list. */
  record Entry(String name, JsonNode value) {}

  /** The fields of an element that is an object. */
  Fields of(Entry entry) {
    ObjectNode object = entry.value() instanceof ObjectNode it ? it : node.objectNode();
    return new Fields(object, entry.name() + ".", errors);
  }

  /** A field's text, without blanks around it; null when there is none. */
  @Nullable String text(String name, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      note(name, "'" + path + name + "' is a string.");
      return null;
    }
    return checked(name, value.stringValue().strip(), most);
  }

  private @Nullable String checked(String name, String text, int most) {
    try {
      PlainText.checked(path + name, text, most);
      return text.isEmpty() ? null : text;
    } catch (BadRequest bad) {
      note(name, bad.sentence());
      return null;
    }
  }

  /** A field's text as something else; a refusal's message becomes the sentence. */
  <T> @Nullable T parsed(String name, int most, Function<String, T> parser) {
    String text = text(name, most);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException malformed) {
      note(name, "'" + path + name + "': " + malformed.getMessage() + ".");
      return null;
    }
  }

  /** A field's word, such as {@code on-behalf} for {@code ON_BEHALF}. */
  <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
    return parsed(
        name,
        64,
        text -> {
          for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
              return constant;
            }
          }
          throw new IllegalArgumentException(
              "one of "
                  + Arrays.stream(type.getEnumConstants())
                      .map(Fields::word)
                      .collect(Collectors.joining(", ")));
        });
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A field's truth value; false when there is none. */
  boolean flag(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isBoolean()) {
      note(name, "'" + path + name + "' is true or false.");
    }
    return value != null && value.isBoolean() && value.booleanValue();
  }

  /** A field's whole number; null when there is none. */
  @Nullable Integer whole(String name, int least, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      note(name, "'" + path + name + "' is a whole number from " + least + " to " + most + ".");
      return null;
    }
    return value.intValue();
  }

  /** An explicit null is an absence. */
  private @Nullable JsonNode value(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private void note(String name, String sentence) {
    note(path + name, sentence, String.valueOf(node.get(name)));
  }

  /** Beyond so many it is no form that somebody filled in, and the rest is not kept. */
  void note(String field, String sentence, String sent) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new FieldError(field, sentence, sent));
    } else if (errors.size() == MOST_ERRORS) {
      errors.add(
          new FieldError(
              "", "More fields could not be read; of these nothing is kept: send them again.", ""));
    }
  }
}
