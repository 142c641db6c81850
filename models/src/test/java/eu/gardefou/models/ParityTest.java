package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The converted models give the numbers that the packages themselves give. */
@EnabledIf("eu.gardefou.models.Weights#converted")
class ParityTest {
  private static final Offset<Double> TOLERANCE = within(1e-4);

  @ParameterizedTest
  @ValueSource(strings = {"nsfw-inception-v3", "nsfw-mobilenet-v2"})
  void classifiersGiveTheProbabilitiesOfTheirPackage(String model) throws Exception {
    check(model, value -> value / 255f);
  }

  @ParameterizedTest
  @ValueSource(strings = "blazeface-back")
  void theFaceDetectorGivesTheScoresAndBoxesOfItsPackage(String model) throws Exception {
    check(model, value -> value / 127.5f - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"faceres", "face-api-age"})
  void ageModelsGiveTheAgesOfTheirPackage(String model) throws Exception {
    check(model, value -> value);
  }

  private interface Scale {
    float of(int value);
  }

  private static void check(String model, Scale scale) throws IOException, OrtException {
    List<Literal> cases =
        golden().stream().filter(g -> g.get("model").text().equals(model)).toList();
    assertThat(cases).hasSizeGreaterThan(4);
    try (Session session = new Session(Files.readAllBytes(Weights.ONNX.resolve(model + ".onnx")))) {
      for (Literal golden : cases) {
        compare(session, golden, scale);
      }
    }
  }

  private static void compare(Session session, Literal golden, Scale scale) throws OrtException {
    int width = golden.get("width").integer();
    int height = golden.get("height").integer();
    int[] picture = Patterns.draw(golden.get("pattern").integer(), width, height);
    float[] input = new float[picture.length];
    for (int i = 0; i < input.length; i++) {
      input[i] = scale.of(picture[i]);
    }
    String output = golden.get("output").text();
    float[] found = session.run(output, input, 1, height, width, 3);
    List<Literal> wanted = golden.get("values").items();
    int step = golden.get("step").integer();
    assertThat(wanted).hasSize((found.length + step - 1) / step);
    for (int i = 0; i < wanted.size(); i++) {
      double of = unit(output);
      assertThat(squash(output, found[i * step]) / of)
          .as("%s[%d] of pattern %s", output, i * step, golden.get("pattern").integer())
          .isCloseTo(squash(output, wanted.get(i).number()) / of, TOLERANCE);
    }
  }

  /** Boxes are in pixels of a picture 256 wide; everything else is near 1, or in years. */
  private static double unit(String output) {
    return output.startsWith("boxes") ? 256 : 1;
  }

  private static double squash(String output, double value) {
    return output.startsWith("scores") ? 1 / (1 + Math.exp(-value)) : value;
  }

  private static List<Literal> golden() throws IOException {
    try (InputStream in = ParityTest.class.getResourceAsStream("golden.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return Literal.parse(text).get("values").items();
    }
  }
}
