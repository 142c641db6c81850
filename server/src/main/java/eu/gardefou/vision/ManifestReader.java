package eu.gardefou.vision;

import eu.gardefou.vision.ModelManifest.Colours;
import eu.gardefou.vision.ModelManifest.Input;
import eu.gardefou.vision.ModelManifest.Layout;
import eu.gardefou.vision.ModelManifest.Output;
import eu.gardefou.vision.ModelManifest.Reading;
import eu.gardefou.vision.ModelManifest.Resizing;
import eu.gardefou.vision.ModelManifest.Role;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a manifest strictly: what is unknown, missing, or makes no sense is an error. */
final class ManifestReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}\\.onnx");
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "role",
          "file",
          "sha256",
          "input",
          "output",
          "labels",
          "explicit",
          "suggestive",
          "margins",
          "golden",
          "source",
          "licence",
          "origin",
          "training");
  private static final Set<String> INPUT_FIELDS =
      Set.of("name", "size", "layout", "colours", "scale", "mean", "std", "resize");
  private static final Set<String> OUTPUT_FIELDS = Set.of("name", "reading");

  private static final int SMALLEST = 16;
  private static final int LARGEST = 1024;
  private static final int MOST = 1000;
  private static final int MOST_MARGINS = 9;
  private static final double WIDEST = 1;
  private static final double ANY = 1e9;

  private ManifestReader() {}

  /**
   * Reads one.
   *
   * @throws BadModel with what is wrong
   */
  static ModelManifest read(String json) throws BadModel {
    Fields fields = Fields.of(json, FIELDS);
    ModelManifest manifest =
        new ModelManifest(
            fields.text("name", NAME),
            fields.word("role", Role.values()),
            fields.text("file", FILE),
            fields.text("sha256", DIGITS),
            input(fields.inside("input", INPUT_FIELDS)),
            output(fields.inside("output", OUTPUT_FIELDS)),
            fields.texts("labels", MOST),
            fields.texts("explicit", MOST),
            fields.texts("suggestive", MOST),
            fields.numbersOr("margins", List.of(), 0, WIDEST, MOST_MARGINS),
            fields.numbersOr("golden", List.of(), -ANY, ANY, MOST),
            fields.textOr("source", ""),
            fields.text("licence"),
            fields.textOr("origin", ""),
            fields.text("training"));
    switch (manifest.role()) {
      case CONTENT -> checkContent(manifest);
      case FACE -> checkFace(manifest);
      case AGE -> checkAge(manifest);
    }
    return manifest;
  }

  private static Input input(Fields input) throws BadModel {
    return new Input(
        input.text("name"),
        input.whole("size", SMALLEST, LARGEST),
        input.word("layout", Layout.values()),
        input.word("colours", Colours.values()),
        input.number("scale", -ANY, ANY),
        colours(input, "mean", 0, -ANY),
        colours(input, "std", 1, 1e-6),
        input.word("resize", Resizing.values()));
  }

  private static List<Double> colours(Fields input, String name, double otherwise, double least)
      throws BadModel {
    List<Double> three =
        input.numbersOr(name, List.of(otherwise, otherwise, otherwise), least, ANY, 3);
    if (three.size() != 3) {
      throw new BadModel("'" + name + "' has one number for red, green and blue each");
    }
    return three;
  }

  private static Output output(Fields output) throws BadModel {
    return new Output(output.text("name"), output.word("reading", Reading.values()));
  }

  private static void checkContent(ModelManifest manifest) throws BadModel {
    switch (manifest.output().reading()) {
      case PROBABILITIES, SOFTMAX, SIGMOID -> {}
      case YEARS, YEAR_CHANCES, BLAZEFACE -> throw misread(manifest);
    }
    require(!manifest.explicit().isEmpty(), "'explicit' names no label");
    Set<String> labels = Set.copyOf(manifest.labels());
    require(labels.size() == manifest.labels().size(), "'labels' names one label twice");
    require(labels.containsAll(manifest.explicit()), "'explicit' names what is no label");
    require(labels.containsAll(manifest.suggestive()), "'suggestive' names what is no label");
    require(
        manifest.explicit().stream().noneMatch(manifest.suggestive()::contains),
        "a label is either explicit or suggestive");
    require(manifest.margins().isEmpty(), "'margins' are for models of age");
  }

  /** The finder prepares its own looks, so this is the only way of asking that there is. */
  private static void checkFace(ModelManifest manifest) throws BadModel {
    require(manifest.output().reading() == Reading.BLAZEFACE, "a face model is read as blazeface");
    Input input = manifest.input();
    require(
        input.size() == BlazeFace.SIDE
            && input.layout() == Layout.NHWC
            && input.colours() == Colours.RGB
            && Math.abs(input.scale() - 1 / 127.5) < 1e-6
            && input.mean().equals(List.of(1.0, 1.0, 1.0))
            && input.std().equals(List.of(1.0, 1.0, 1.0)),
        "a face model of this reading takes 256 by 256, NHWC, RGB, from -1 to 1");
    requireNoLabels(manifest);
  }

  private static void checkAge(ModelManifest manifest) throws BadModel {
    switch (manifest.output().reading()) {
      case YEARS, YEAR_CHANCES -> {}
      case PROBABILITIES, SOFTMAX, SIGMOID, BLAZEFACE -> throw misread(manifest);
    }
    require(manifest.margins().size() % 2 == 1, "'margins' has an odd count of numbers");
    requireNoLabels(manifest);
  }

  private static void requireNoLabels(ModelManifest manifest) throws BadModel {
    require(
        manifest.labels().isEmpty()
            && manifest.explicit().isEmpty()
            && manifest.suggestive().isEmpty(),
        "labels are for models of content");
  }

  private static BadModel misread(ModelManifest manifest) {
    return new BadModel(
        "the answer of a "
            + Fields.word(manifest.role())
            + " model is not read as "
            + Fields.word(manifest.output().reading()));
  }

  private static void require(boolean good, String otherwise) throws BadModel {
    if (!good) {
      throw new BadModel(otherwise);
    }
  }
}
