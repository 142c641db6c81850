package eu.gardefou.lineage;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model said of one picture, kept to compare later pictures with.
 *
 * @param face whether the picture shows a face
 * @param measure such as {@code explicit}
 * @param model name of the model
 * @param version of the model
 * @param value 0 to 1
 */
public record Numbers(boolean face, String measure, String model, String version, double value) {
  private static final TypeReference<List<Numbers>> LIST = new TypeReference<>() {};

  static String json(List<Numbers> numbers) {
    return JsonMapper.shared().writeValueAsString(numbers);
  }

  static List<Numbers> read(String json) {
    return JsonMapper.shared().readValue(json, LIST);
  }
}
