package eu.gardefou.vision;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where models are, and which of the shipped ones the operator has set aside.
 *
 * @param shipped holds the ONNX files of the shipped models, and manifests of the operator's own
 * @param own a second folder with manifests and models; null for none
 * @param replaced names of shipped models, each with the name of the model that takes its place, or
 *     with an empty text when none does: then it is missing, and missing means no
 */
public record ModelFolders(Path shipped, @Nullable Path own, Map<String, String> replaced) {
  /** Keeps its own copy. */
  public ModelFolders {
    replaced = Map.copyOf(replaced);
  }

  /** One folder, and every shipped model in use. */
  public static ModelFolders of(Path shipped) {
    return new ModelFolders(shipped, null, Map.of());
  }

  /**
   * As it is set up.
   *
   * @param own a folder; empty for none
   * @param replaced such as {@code nsfw-inception-v3=better-net,nsfw-mobilenet-v2=}; empty for none
   * @throws IllegalArgumentException when {@code replaced} is not written like that
   */
  public static ModelFolders of(Path shipped, String own, String replaced) {
    Map<String, String> names = new TreeMap<>();
    for (String pair : replaced.isBlank() ? new String[0] : replaced.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "gardefou.models-replaced is a list such as nsfw-inception-v3=my-model");
      }
      names.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return new ModelFolders(shipped, own.isBlank() ? null : Path.of(own), names);
  }
}
