package eu.gardefou.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class ManifestTest {
  @Test
  void namesTheFiveModelsInTheirOrder() {
    assertThat(Manifest.models().stream().map(Model::name))
        .containsExactly(
            "nsfw-inception-v3", "nsfw-mobilenet-v2", "blazeface-back", "faceres", "face-api-age");
  }

  @Test
  void givesEveryModelAChecksumALicenceAndAVersion() {
    assertThat(Manifest.models())
        .allSatisfy(model -> {
          assertThat(model.sha256()).matches("[0-9a-f]{64}");
          assertThat(model.licence()).isIn("MIT", "Apache-2.0");
          assertThat(model.version()).hasSize(12);
          assertThat(model.sha256()).startsWith(model.version());
        });
  }

  @Test
  @EnabledIf("eu.gardefou.models.Weights#converted")
  void faceModelsTellAnAgeAndNothingElseAboutAPerson() throws IOException, OrtException {
    for (String model : new String[] {"faceres", "face-api-age"}) {
      byte[] onnx = Files.readAllBytes(Weights.ONNX.resolve(model + ".onnx"));
      try (Session session = new Session(onnx)) {
        assertThat(session.outputs()).containsExactly("age");
      }
    }
  }
}
