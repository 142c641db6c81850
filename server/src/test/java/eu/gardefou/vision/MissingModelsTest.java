package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.models.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Without weights nothing is seen, and nothing pretends otherwise. */
class MissingModelsTest {
  @TempDir Path folder;

  @Test
  void everyModelIsMissingFromAnEmptyFolder() {
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      VisionFindings findings = vision.look(Drawings.picture(Drawings.pattern(4, 32, 32)));
      assertThat(findings.scores()).isEmpty();
      assertThat(findings.faces()).isEmpty();
      assertThat(findings.missing()).isEqualTo(missing("missing"));
    }
  }

  @Test
  void aFolderThatDoesNotExistIsAnEmptyOne() {
    try (Vision vision = Vision.open(folder.resolve("nowhere"), VisionLimits.DEFAULT)) {
      assertThat(vision.models())
          .hasSize(5)
          .allMatch(model -> model.state() == ModelState.State.MISSING)
          .allMatch(model -> model.why().equals("missing") && model.version().length() == 12);
    }
  }

  @Test
  void aFileOfAnotherContentIsNotLoaded() throws IOException {
    for (var model : Manifest.models()) {
      Files.writeString(folder.resolve(model.file()), "not a model");
    }
    try (Vision vision = Vision.open(folder, VisionLimits.DEFAULT)) {
      VisionFindings findings = vision.look(Drawings.picture(Drawings.pattern(4, 32, 32)));
      assertThat(findings.missing()).isEqualTo(missing("checksum"));
      assertThat(vision.models())
          .extracting(ModelState::state)
          .containsOnly(ModelState.State.DAMAGED);
    }
  }

  @Test
  void theBeanLooksInTheConfiguredFolder() {
    new ApplicationContextRunner()
        .withUserConfiguration(VisionConfiguration.class)
        .withPropertyValues("gardefou.models=" + folder)
        .run(context -> {
          Vision vision = context.getBean(Vision.class);
          assertThat(vision.models()).extracting(ModelState::why).containsOnly("missing");
        });
  }

  private static List<Missing> missing(String why) {
    return Manifest.models().stream().map(model -> new Missing(model.name(), why)).toList();
  }
}
