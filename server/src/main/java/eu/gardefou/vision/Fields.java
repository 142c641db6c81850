package eu.gardefou.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of which every field is known. */
final class Fields {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final int LONGEST = 2_000;

  private final JsonNode node;

  private Fields(JsonNode node) {
    this.node = node;
  }

  static Fields of(String json, Set<String> known) throws BadModel {
    try {
      return of(JSON.readTree(json), "the manifest", known);
    } catch (JacksonException broken) {
      throw new BadModel("it is not JSON: " + broken.getOriginalMessage());
    }
  }

  private static Fields of(JsonNode node, String what, Set<String> known) throws BadModel {
    if (!node.isObject()) {
      throw new BadModel(what + " is not a JSON object");
    }
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw new BadModel("'" + clean(name) + "' is not a field of " + what);
      }
    }
    return new Fields(node);
  }

  Fields inside(String name, Set<String> known) throws BadModel {
    return of(required(name), "'" + name + "'", known);
  }

  String text(String name) throws BadModel {
    return text(name, required(name));
  }

  String textOr(String name, String otherwise) throws BadModel {
    JsonNode value = node.get(name);
    return value == null ? otherwise : text(name, value);
  }

  String text(String name, Pattern shape) throws BadModel {
    String text = text(name);
    if (!shape.matcher(text).matches()) {
      throw new BadModel("'" + name + "' is not of the form " + shape);
    }
    return text;
  }

  private static String text(String name, @Nullable JsonNode value) throws BadModel {
    if (value == null || !value.isString()) {
      throw new BadModel("'" + name + "' is not a text");
    }
    String text = value.asString();
    if (text.isBlank()
        || text.length() > LONGEST
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new BadModel("'" + name + "' is empty, too long, or has control characters");
    }
    return text;
  }

  List<String> texts(String name, int most) throws BadModel {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(name, most)) {
      texts.add(text(name, value));
    }
    return texts;
  }

  <T extends Enum<T>> T word(String name, T[] words) throws BadModel {
    String text = text(name);
    for (T word : words) {
      if (word(word).equals(text)) {
        return word;
      }
    }
    throw new BadModel(
        "'"
            + name
            + "' is one of "
            + Arrays.stream(words).map(Fields::word).collect(Collectors.joining(", ")));
  }

  static String word(Enum<?> word) {
    return switch (word) {
      case ModelManifest.Layout layout -> layout.name();
      case ModelManifest.Colours colours -> colours.name();
      default -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  double number(String name, double least, double most) throws BadModel {
    return number(name, required(name), least, most);
  }

  int whole(String name, int least, int most) throws BadModel {
    double number = number(name, least, most);
    if (number != Math.rint(number)) {
      throw new BadModel("'" + name + "' is a whole number");
    }
    return (int) number;
  }

  List<Double> numbersOr(
      String name, List<Double> otherwise, double least, double most, int howMany) throws BadModel {
    if (!node.has(name)) {
      return otherwise;
    }
    List<Double> numbers = new ArrayList<>();
    for (JsonNode value : list(name, howMany)) {
      numbers.add(number(name, value, least, most));
    }
    return numbers;
  }

  private static double number(String name, JsonNode value, double least, double most)
      throws BadModel {
    double number = value.isNumber() ? value.asDouble() : Double.NaN;
    if (!(number >= least && number <= most)) {
      throw new BadModel("'" + name + "' is a number from " + least + " to " + most);
    }
    return number;
  }

  private List<JsonNode> list(String name, int most) throws BadModel {
    JsonNode value = node.get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > most) {
      throw new BadModel("'" + name + "' is a list of at most " + most);
    }
    List<JsonNode> values = new ArrayList<>();
    value.forEach(values::add);
    return values;
  }

  private JsonNode required(String name) throws BadModel {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new BadModel("'" + name + "' is missing");
    }
    return value;
  }

  private static String clean(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 40 ? clean.substring(0, 40) : clean;
  }
}
