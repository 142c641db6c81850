package eu.gardefou.cli;

import eu.gardefou.reading.Reader;
import eu.gardefou.reading.ReadingLimits;
import eu.gardefou.reading.Tools;
import eu.gardefou.vision.ModelFolders;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where this program is installed and how it is set up, as the launcher and the operator say in
 * variables.
 */
record Installation(Environment environment) {
  /** That of this process. */
  static Installation here() {
    return new Installation(new StandardEnvironment());
  }

  /** The one that a command works on. */
  static Installation of(CommandSpec command) {
    return ((Gardefou) command.root().userObject()).installation();
  }

  /** The project's folder; the working folder when the launcher was not used. */
  Path home() {
    return folder("gardefou.home", ".");
  }

  /** Where the models are. */
  Path models() {
    return folder("gardefou.models", "models/onnx");
  }

  /** Where models are, the operator's own among them, and which shipped ones are set aside. */
  ModelFolders modelFolders() {
    return ModelFolders.of(
        models(),
        environment.getProperty("gardefou.models-own", ""),
        environment.getProperty("gardefou.models-replaced", ""));
  }

  /** Where database, keys and logs are. */
  Path data() {
    return folder("gardefou.data", "data");
  }

  /** Reads text in pictures, with the built-in program or the operator's own. */
  Reader reader() {
    ReadingLimits limits = ReadingLimits.DEFAULT;
    String own = setting("gardefou.reading.tesseract");
    Path program = own == null ? null : Path.of(own);
    return new Reader(
        new Tools(models(), data().resolve("tesseract"), program, limits.memory()), limits);
  }

  /** What {@code run} writes about its work. */
  Path log() {
    return data().resolve("gardefou.log");
  }

  /** A setting by its name, such as {@code gardefou.policy}; null when it is not made. */
  @Nullable String setting(String name) {
    String value = environment.getProperty(name, "");
    return value.isBlank() ? null : value;
  }

  private Path folder(String name, String otherwise) {
    String value = setting(name);
    return Path.of(value == null ? otherwise : value).toAbsolutePath().normalize();
  }
}
