package eu.gardefou.gateway;

import eu.gardefou.gateway.ModerationRequest.Inline;
import eu.gardefou.gateway.ModerationRequest.Input;
import eu.gardefou.gateway.ModerationRequest.Linked;
import eu.gardefou.gateway.ModerationRequest.Source;
import eu.gardefou.policy.Kind;
import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.DataUrl;
import eu.gardefou.wire.Form;
import eu.gardefou.wire.JsonBody;
import eu.gardefou.wire.PlainText;
import eu.gardefou.wire.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a request to moderate as strictly as one to make pictures: what is not known cannot be
 * screened, so it is refused.
 */
final class ModerationReader {
  static final int MOST_STRINGS = 32;
  static final int LONGEST_TEXT = 32_000;
  static final int LONGEST_ADDRESS = 2_048;

  /** Each may take seconds, and there are turns for a few at a time. */
  static final int MOST_ADDRESSES = 4;

  private static final String INPUT = "input";

  /** By whose name content is judged as what; those of OpenAI let the content tell. */
  private static final Map<String, @Nullable Kind> MODELS = models();

  private static Map<String, @Nullable Kind> models() {
    Map<String, @Nullable Kind> models = new HashMap<>();
    for (String theirs :
        List.of(
            "omni-moderation-latest",
            "omni-moderation-2024-09-26",
            "text-moderation-latest",
            "text-moderation-stable",
            "text-moderation-007",
            "gardefou")) {
      models.put(theirs, null);
    }
    for (Kind kind : Kind.values()) {
      models.put("gardefou-" + kind.word(), kind);
    }
    return models;
  }

  /**
   * Reads a request.
   *
   * @throws BadRequest when it is not exactly as it must be
   * @throws Refusal when there is no such model
   */
  ModerationRequest read(Body body) {
    ObjectNode fields = JsonBody.of(body);
    only(fields, Set.of("model", INPUT), "");
    JsonNode input = fields.get(INPUT);
    if (input == null || input.isNull()) {
      throw BadRequest.missing(INPUT);
    }
    return new ModerationRequest(kind(fields.get("model")), inputs(input));
  }

  private static @Nullable Kind kind(@Nullable JsonNode model) {
    if (model == null || model.isNull()) {
      return null;
    }
    String name = string("model", model, 128);
    if (!MODELS.containsKey(name)) {
      throw Refusal.of(
          400, Refusal.INVALID, "model_not_found", "model", "There is no such model here.");
    }
    return MODELS.get(name);
  }

  private static List<Input> inputs(JsonNode input) {
    if (input.isString()) {
      return List.of(new Input(List.of(text(INPUT, input)), List.of()));
    }
    if (!input.isArray() || input.isEmpty()) {
      throw BadRequest.invalid(
          INPUT, "'input' is a string, a list of strings, or a list of texts and pictures.");
    }
    return input.get(0).isString() ? strings(input) : List.of(together(input));
  }

  private static List<Input> strings(JsonNode list) {
    if (list.size() > MOST_STRINGS) {
      throw BadRequest.invalid(INPUT, "At most " + MOST_STRINGS + " strings are read at once.");
    }
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      inputs.add(new Input(List.of(text(element(i), list.get(i))), List.of()));
    }
    return inputs;
  }

  private static Input together(JsonNode list) {
    List<String> texts = new ArrayList<>();
    List<Source> pictures = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode part = list.get(i);
      if (!part.isObject()) {
        throw BadRequest.invalid(element(i), "A list holds strings only, or none.");
      }
      String type = string(element(i) + ".type", part.get("type"), 64);
      switch (type) {
        case "text" -> {
          only(part, Set.of("type", "text"), element(i) + ".");
          texts.add(text(element(i) + ".text", part.get("text")));
        }
        case "image_url" -> {
          only(part, Set.of("type", "image_url"), element(i) + ".");
          pictures.add(picture(element(i) + ".image_url", part.get("image_url")));
        }
        default ->
            throw BadRequest.invalid(element(i) + ".type", "A part is of type text or image_url.");
      }
    }
    within(texts, pictures);
    return new Input(texts, pictures);
  }

  private static void within(List<String> texts, List<Source> pictures) {
    Form.countPictures(INPUT, pictures.size());
    if (pictures.stream().filter(Linked.class::isInstance).count() > MOST_ADDRESSES) {
      throw BadRequest.invalid(
          INPUT,
          "At most " + MOST_ADDRESSES + " pictures are fetched at once: send data URLs instead.");
    }
    if (texts.size() > MOST_STRINGS) {
      throw BadRequest.invalid(INPUT, "At most " + MOST_STRINGS + " texts are read together.");
    }
    PlainText.checked(INPUT, String.join("", texts), LONGEST_TEXT);
  }

  private static Source picture(String param, @Nullable JsonNode node) {
    if (node == null || !node.isObject()) {
      throw BadRequest.invalid(param, "'image_url' is an object with 'url'.");
    }
    only(node, Set.of("url"), param + ".");
    String field = param + ".url";
    JsonNode url = node.get("url");
    if (url == null || !url.isString()) {
      throw BadRequest.invalid(field, "'url' is a string.");
    }
    String address = url.stringValue();
    if (DataUrl.is(address)) {
      return new Inline(new Upload(field, DataUrl.bytes(field, address)));
    }
    return new Linked(field, PlainText.checked(field, address, LONGEST_ADDRESS));
  }

  private static String text(String param, @Nullable JsonNode node) {
    String text = string(param, node, LONGEST_TEXT);
    if (text.isBlank()) {
      throw BadRequest.invalid(param, "There is nothing to moderate: the text is empty.");
    }
    return text;
  }

  private static String string(String param, @Nullable JsonNode node, int most) {
    if (node == null || !node.isString()) {
      throw BadRequest.invalid(param, "'" + param + "' is a string.");
    }
    return PlainText.checked(param, node.stringValue(), most);
  }

  private static void only(JsonNode object, Set<String> known, String prefix) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw BadRequest.unknown(prefix + name);
      }
    }
  }

  private static String element(int index) {
    return INPUT + "[" + index + "]";
  }
}
