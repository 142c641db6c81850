package eu.gardefou.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request as JSON. Types are exact: {@code "1"} is no number. An explicit null is an absence. */
final class JsonForm implements Form {
  private final ObjectNode fields;

  private JsonForm(ObjectNode fields) {
    this.fields = fields;
  }

  static JsonForm of(Body body, Set<String> allowed) {
    ObjectNode fields = StrictJson.object(body);
    for (String name : fields.propertyNames()) {
      if (!allowed.contains(name)) {
        throw BadRequest.unknown(name);
      }
    }
    return new JsonForm(fields);
  }

  @Override
  public @Nullable String text(String field, int most) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw BadRequest.invalid(field, "'" + field + "' is a string.");
    }
    return PlainText.checked(field, value.stringValue(), most);
  }

  @Override
  public @Nullable Integer whole(String field, int least, int most) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    // Out of bounds is the right sentence for "1" and 1.5 as well.
    return Form.within(field, fits ? value.longValue() : Long.MIN_VALUE, least, most);
  }

  @Override
  public @Nullable Double number(String field, double least, double most) {
    JsonNode value = value(field);
    return value == null
        ? null
        : Form.within(field, value.isNumber() ? value.doubleValue() : Double.NaN, least, most);
  }

  @Override
  public @Nullable Boolean flag(String field) {
    JsonNode value = value(field);
    if (value != null && !value.isBoolean()) {
      throw BadRequest.invalid(field, "'" + field + "' is true or false.");
    }
    return value == null ? null : value.booleanValue();
  }

  @Override
  public List<Upload> picturesIfAny() {
    JsonNode images = value("images");
    return images == null || (images.isArray() && images.isEmpty()) ? List.of() : pictures();
  }

  @Override
  public List<Upload> pictures() {
    JsonNode images = value("images");
    if (images == null) {
      throw BadRequest.missing("images");
    }
    if (!images.isArray() || images.isEmpty()) {
      throw BadRequest.invalid("images", "'images' is a list of at least one picture.");
    }
    Form.countPictures("images", images.size());
    List<Upload> pictures = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      pictures.add(picture("images[" + i + "]", images.get(i)));
    }
    return pictures;
  }

  @Override
  public @Nullable Upload mask() {
    JsonNode mask = value("mask");
    return mask == null ? null : picture("mask", mask);
  }

  private static Upload picture(String param, JsonNode node) {
    if (node.isString()) {
      return new Upload(param, DataUrl.bytes(param, node.stringValue()));
    }
    if (!node.isObject() || node.size() != 1) {
      throw BadRequest.invalid(
          param, "A picture is a data URL, or an object with 'image_url' and nothing else.");
    }
    String name = node.propertyNames().iterator().next();
    String field = param + "." + name;
    if ("file_id".equals(name)) {
      throw BadRequest.invalid(
          field, "Stored files are not read here: send the picture itself, as a data URL.");
    }
    if (!"image_url".equals(name)) {
      throw BadRequest.unknown(field);
    }
    JsonNode address = node.get(name);
    if (!address.isString()) {
      throw BadRequest.invalid(field, "'image_url' is a string.");
    }
    return new Upload(field, DataUrl.bytes(field, address.stringValue()));
  }

  private @Nullable JsonNode value(String field) {
    JsonNode value = fields.get(field);
    return value == null || value.isNull() ? null : value;
  }
}
