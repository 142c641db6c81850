package eu.gardefou.models;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the big files are in this checkout, when they are there. */
final class Weights {
  static final Path ONNX = Path.of(System.getProperty("gardefou.models", "onnx"));
  static final Path PACKAGES = Path.of("node_modules");

  private Weights() {}

  /** For {@code @EnabledIf}. */
  static boolean converted() {
    return Manifest.models().stream().allMatch(m -> Files.isRegularFile(ONNX.resolve(m.file())));
  }

  /** For {@code @EnabledIf}. */
  static boolean installed() {
    return Files.isDirectory(PACKAGES);
  }
}
