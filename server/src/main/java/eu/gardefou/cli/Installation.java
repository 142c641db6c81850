package eu.gardefou.cli;

import java.nio.file.Path;

/** Where this program is installed, as the launcher says. */
final class Installation {
  private Installation() {}

  /** The project's folder; the working folder when the launcher was not used. */
  static Path home() {
    return folder("GARDEFOU_HOME", ".");
  }

  /** Where the models are. */
  static Path models() {
    return folder("GARDEFOU_MODELS", "models/onnx");
  }

  /** Where database, keys and logs are. */
  static Path data() {
    return folder("GARDEFOU_DATA", "data");
  }

  private static Path folder(String variable, String otherwise) {
    String value = System.getenv(variable);
    return Path.of(value == null || value.isBlank() ? otherwise : value)
        .toAbsolutePath()
        .normalize();
  }
}
