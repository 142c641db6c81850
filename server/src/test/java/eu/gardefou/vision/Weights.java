package eu.gardefou.vision;

import eu.gardefou.models.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the converted models are in this checkout, when they are there. */
final class Weights {
  static final Path FOLDER = Path.of(System.getProperty("gardefou.models", "../models/onnx"));

  private Weights() {}

  /** For {@code @EnabledIf}. */
  static boolean present() {
    return Manifest.models().stream().allMatch(m -> Files.isRegularFile(FOLDER.resolve(m.file())));
  }
}
