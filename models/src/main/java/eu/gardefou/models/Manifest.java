package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The committed list of models with their checksums: {@code models.json} beside this class. */
public final class Manifest {
  private static final String FILE = "models.json";

  private Manifest() {}

  /** The models in the order of the list. */
  public static List<Model> models() {
    return sources().stream().map(ModelSource::model).toList();
  }

  static List<ModelSource> sources() {
    return read(text());
  }

  static List<ModelSource> read(String text) {
    return Literal.parse(text).get("models").items().stream().map(Manifest::source).toList();
  }

  private static ModelSource source(Literal entry) {
    Model model =
        new Model(
            entry.get("name").text(),
            entry.get("file").text(),
            entry.get("sha256").text(),
            entry.get("source").text(),
            entry.get("licence").text(),
            entry.get("origin").text());
    String reader = entry.get("reader").text().toUpperCase(Locale.ROOT).replace('-', '_');
    List<ModelSource.SourceFile> files =
        entry.get("files").items().stream()
            .map(f -> new ModelSource.SourceFile(f.get("path").text(), f.get("sha256").text()))
            .toList();
    return new ModelSource(model, ModelSource.Reader.valueOf(reader), files, recipe(entry));
  }

  private static Recipe recipe(Literal entry) {
    Literal input = entry.get("input");
    List<Recipe.Output> outputs =
        entry.get("outputs").items().stream()
            .map(o -> new Recipe.Output(o.get("name").text(), o.get("node").text(), sides(o)))
            .toList();
    return new Recipe(new Recipe.Port(input.get("name").text(), sides(input)), outputs);
  }

  private static List<String> sides(Literal port) {
    return port.get("shape").items().stream().map(Literal::text).toList();
  }

  private static String text() {
    try (InputStream in = Manifest.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new ModelError("the list of models is missing from the program");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
