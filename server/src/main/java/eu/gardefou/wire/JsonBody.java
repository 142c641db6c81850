package eu.gardefou.wire;

import tools.jackson.databind.node.ObjectNode;

/** A body that is one JSON object, for those who take more than the fields of a {@link Form}. */
public final class JsonBody {
  private JsonBody() {}

  /**
   * Reads it within limits of size and depth, each name once.
   *
   * @throws BadRequest when it is not such an object, or not declared as JSON
   */
  public static ObjectNode of(Body body) {
    checkType(body);
    return StrictJson.object(body);
  }

  /**
   * Reads one that may hold many values.
   *
   * @throws BadRequest when it is not such an object, or not declared as JSON
   */
  public static ObjectNode ofMany(Body body) {
    checkType(body);
    return StrictJson.longObject(body);
  }

  private static void checkType(Body body) {
    if (!body.type().value().equals("application/json")) {
      throw BadRequest.unsupportedType("This is read as application/json only.");
    }
  }

  /**
   * Reads text in the same way.
   *
   * @throws BadRequest when it is not such an object
   */
  public static ObjectNode of(String text) {
    return StrictJson.object(text);
  }
}
