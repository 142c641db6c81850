package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON body, read as leniently as upstream reads them: a number may come as text, a
 * truth value as a number, and what nobody asks for does not matter. An explicit null is an
 * absence.
 */
record Fields(ObjectNode json) {
  private static final long LONGEST = 1 << 16;

  /** Reads a body; none has no fields. */
  static Fields of(HttpServletRequest request, Bodies bodies, Caller caller) {
    if (!Files.hasBody(request)) {
      return new Fields(JsonNodeFactory.instance.objectNode());
    }
    try (Body body = bodies.read(request, LONGEST, caller.id())) {
      return new Fields(JsonBody.of(body));
    }
  }

  boolean has(String name) {
    return json.has(name);
  }

  @Nullable JsonNode value(String name) {
    JsonNode value = json.get(name);
    return value == null || value.isNull() ? null : value;
  }

  Optional<String> text(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isString()) {
      throw HmaProblem.bad(name + " should be a string");
    }
    return Optional.ofNullable(value).map(JsonNode::stringValue);
  }

  /** From 0 to 1. */
  Optional<Double> ratio(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    double ratio = value.isNumber() ? value.doubleValue() : number(name, value);
    if (!(ratio >= 0 && ratio <= 1)) {
      throw HmaProblem.bad(name + " is a number from 0 to 1");
    }
    return Optional.of(ratio);
  }

  private static double number(String name, JsonNode value) {
    try {
      return Double.parseDouble(value.isString() ? value.stringValue().strip() : "");
    } catch (NumberFormatException e) {
      throw HmaProblem.bad(name + " is a number from 0 to 1");
    }
  }

  Optional<Long> whole(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return Optional.of(value.longValue());
    }
    try {
      return Optional.of(Long.parseLong(value.isString() ? value.stringValue().strip() : ""));
    } catch (NumberFormatException e) {
      throw HmaProblem.bad(name + " is a whole number");
    }
  }

  Optional<Boolean> flag(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    return switch (value.asString()) {
      case "true", "True", "1" -> Optional.of(true);
      case "false", "False", "0" -> Optional.of(false);
      default -> throw HmaProblem.bad(name + " is true or false");
    };
  }
}
