package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.media.Raster;
import eu.gardefou.models.Manifest;
import eu.gardefou.models.Model;
import eu.gardefou.models.StubNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model of an operator's own is used as it lies there; a wrong one is missing, never ignored. */
class ModelPortTest {
  @TempDir private Path folder;

  @Test
  void aModelWithItsManifestIsUsed() throws IOException {
    StubModels.canary(folder, "canary");
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      VisionFindings findings = vision.look(Drawings.picture(magenta()));
      assertThat(findings.scores())
          .extracting(score -> score.measure() + " " + score.model())
          .containsExactly("explicit canary");
      assertThat(findings.scores().getFirst().value()).isGreaterThan(0.99);
      ModelState state = state(vision, "canary");
      assertThat(state.state()).isEqualTo(ModelState.State.ON);
      assertThat(state.licence()).isEqualTo("CC0-1.0");
      assertThat(state.training()).contains("adds up colours");
    }
  }

  @Test
  void aSecondFolderIsReadToo(@TempDir Path own) throws IOException {
    StubModels.canary(own, "canary");
    ModelFolders folders = ModelFolders.of(folder, own.toString(), "");
    try (Vision vision = Vision.open(folders, VisionLimits.DEFAULT)) {
      assertThat(state(vision, "canary").state()).isEqualTo(ModelState.State.ON);
    }
  }

  @Test
  void aSecondFolderThatIsNotThereIsMissing() {
    ModelFolders folders = ModelFolders.of(folder, folder.resolve("nowhere").toString(), "");
    try (Vision vision = Vision.open(folders, VisionLimits.DEFAULT)) {
      assertThat(look(vision)).contains(new Missing("own-models", "manifest"));
    }
  }

  /** Colours apart, blue first, a mean and a spread, and an answer that is not made of chances. */
  @Test
  void layoutColoursScaleAndReadingAreAsTheManifestSays() throws IOException {
    byte[] onnx = StubNet.magenta(StubModels.SIZE, true);
    String manifest =
        StubModels.manifest("planes", onnx)
            .replace("NHWC", "NCHW")
            .replace("\"RGB\"", "\"BGR\"")
            .replace(
                "\"corners\"", "\"smooth\", \"mean\": [0.5, 0.5, 0.5], \"std\": [0.5, 0.5, 0.5]")
            .replace(
                "\"chances\", \"reading\": \"probabilities\"",
                "\"scores\", \"reading\": \"softmax\"");
    StubModels.write(folder, "planes", onnx, manifest);
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(state(vision, "planes").detail()).isEmpty();
      // White, from -1 to 1: 12 - 24 + 12 - 12; magenta: 12 + 24 + 12 - 12.
      assertThat(explicit(vision, plain(0xFFFFFF))).isLessThan(0.001);
      assertThat(explicit(vision, plain(0xFF00FF))).isGreaterThan(0.999);
      // Red and blue weigh alike in the stub, so the order of colours shows by the middle one.
      assertThat(explicit(vision, plain(0x00FF00))).isLessThan(0.001);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"licence\"        | \"licens\"          | manifest | 'licens' is not a field",
        "\"CC0-1.0\"        | 5                   | manifest | 'licence' is not a text",
        "\"role\": \"content\" | \"role\": \"judge\" | manifest | 'role' is one of content, face,"
            + " age",
        "\"size\": 32       | \"size\": 32.5      | manifest | 'size' is a whole number",
        "\"size\": 32       | \"size\": 100000    | manifest | 'size' is a number from",
        "[\"canary\"]       | [\"other\"]         | manifest | 'explicit' names what is no label",
        "[\"canary\"]       | []                  | manifest | 'explicit' names no label",
        "canary.onnx        | ../canary.onnx      | manifest | 'file' is not of the form",
        "{\"name\": \"canary\" | {\"name\": \"canary\", \"name\": \"two\" | manifest | it is not"
            + " JSON",
        "probabilities      | years               | manifest | is not read as years",
        "\"size\": 32       | \"size\": 64        | unfit    | does not take one picture",
        "NHWC               | NCHW                | unfit    | does not take one picture",
        "\"name\": \"input\"  | \"name\": \"data\"   | unfit    | the model's inputs are",
        "\"name\": \"chances\" | \"name\": \"odds\"  | unfit    | the model's outputs are",
        "[\"plain\", \"canary\"] | [\"a\", \"b\", \"canary\"] | unfit | 2 numbers, and the manifest"
            + " expects 3",
        "\"chances\"        | \"scores\"          | unfit    | needs softmax or sigmoid",
        "\"labels\"         | \"golden\": [0.5], \"labels\" | unfit | the golden one 0.5",
      })
  void aManifestThatIsNotRightMakesItsModelMissing(
      String right, String wrong, String why, String detail) throws IOException {
    byte[] onnx = StubNet.magenta(StubModels.SIZE, false);
    String manifest = StubModels.manifest("canary", onnx);
    assertThat(manifest).contains(right);
    StubModels.write(folder, "canary", onnx, manifest.replace(right, wrong));
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(state(vision, "canary").detail()).contains(detail);
      assertThat(look(vision)).contains(new Missing("canary", why));
    }
  }

  @Test
  void anotherFileThanTheManifestNamesIsMissing() throws IOException {
    byte[] onnx = StubNet.magenta(StubModels.SIZE, false);
    String manifest = StubModels.manifest("canary", new byte[] {1, 2, 3});
    StubModels.write(folder, "canary", onnx, manifest);
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(look(vision)).contains(new Missing("canary", "checksum"));
    }
  }

  @Test
  void whatIsNoModelIsMissing() throws IOException {
    byte[] nothing = "not a model".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    StubModels.write(folder, "canary", nothing, StubModels.manifest("canary", nothing));
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(look(vision)).contains(new Missing("canary", "unreadable"));
    }
  }

  @Test
  void anAnswerThatIsNotMadeOfNumbersIsMissing() throws IOException {
    byte[] onnx = StubNet.broken(StubModels.SIZE);
    StubModels.write(folder, "canary", onnx, StubModels.manifest("canary", onnx));
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(state(vision, "canary").detail()).contains("not made of numbers");
      assertThat(look(vision)).contains(new Missing("canary", "unfit"));
    }
  }

  @Test
  void aManifestBeyondAllMeasureIsMissing() throws IOException {
    Files.writeString(folder.resolve("huge.model.json"), " ".repeat(70_000));
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(look(vision)).contains(new Missing("huge", "manifest"));
    }
  }

  @Test
  void aSecondModelOfOneNameIsMissing() throws IOException {
    byte[] onnx = StubNet.magenta(StubModels.SIZE, false);
    StubModels.write(folder, "twin", onnx, StubModels.manifest("faceres", onnx));
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(look(vision)).contains(new Missing("twin", "manifest"));
    }
  }

  @Test
  void moreManifestsThanAllowedAreMissing() throws IOException {
    for (int i = 10; i < 23; i++) {
      StubModels.canary(folder, "canary" + i);
    }
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(state(vision, "canary21").state()).isEqualTo(ModelState.State.ON);
      assertThat(look(vision)).contains(new Missing("canary22", "manifest"));
    }
  }

  @Test
  void aShippedModelThatIsSetAsideIsMissingUnlessAnotherStandsInForIt() throws IOException {
    StubModels.canary(folder, "canary");
    String name = "nsfw-mobilenet-v2";
    assertThat(missing(Map.of(name, ""))).contains(new Missing(name, "switched-off"));
    assertThat(missing(Map.of(name, "nobody"))).contains(new Missing(name, "switched-off"));
    assertThat(missing(Map.of("faceres", "canary")))
        .contains(new Missing("faceres", "switched-off"));
    assertThat(missing(Map.of(name, "canary"))).extracting(Missing::check).doesNotContain(name);
    assertThat(missing(Map.of("nothing", "canary"))).contains(new Missing("nothing", "manifest"));
  }

  @Test
  void theSettingOfWhatIsSetAsideIsReadStrictly() {
    assertThat(ModelFolders.of(folder, "", "a=b, c=").replaced())
        .isEqualTo(Map.of("a", "b", "c", ""));
    assertThatThrownBy(() -> ModelFolders.of(folder, "", "nsfw-inception-v3"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The converter and the manifests name the same files. */
  @Test
  void theShippedManifestsAreOfTheConvertersFiles() {
    List<Model> shipped =
        Catalogue.SHIPPED.stream().map(Catalogue::shipped).map(ModelManifest::model).toList();
    assertThat(shipped).isEqualTo(Manifest.models());
    assertThat(Catalogue.SHIPPED)
        .allMatch(name -> !Catalogue.shipped(name).golden().isEmpty(), "has a golden answer");
  }

  private List<Missing> missing(Map<String, String> replaced) {
    try (Vision vision =
        Vision.open(new ModelFolders(folder, null, replaced), VisionLimits.DEFAULT)) {
      return look(vision);
    }
  }

  private static List<Missing> look(Vision vision) {
    return vision.look(Drawings.picture(magenta())).missing();
  }

  private static double explicit(Vision vision, Raster raster) {
    return vision.look(Drawings.picture(raster)).scores().getFirst().value();
  }

  private static ModelState state(Vision vision, String name) {
    return vision.models().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private static Raster magenta() {
    return plain(0xFF00FF);
  }

  private static Raster plain(int colour) {
    int[] rgb = new int[64 * 64];
    Arrays.fill(rgb, colour);
    return new Raster(64, 64, rgb);
  }
}
