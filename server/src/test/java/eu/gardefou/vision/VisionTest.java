package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.models.Manifest;
import eu.gardefou.models.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The real models, on drawings. */
@EnabledIf("eu.gardefou.vision.Weights#present")
class VisionTest {
  private static final Vision vision = Vision.open(Weights.FOLDER, VisionLimits.DEFAULT);

  @AfterAll
  static void closeModels() {
    vision.close();
  }

  @Test
  void everyModelIsOn() {
    assertThat(vision.models()).extracting(ModelState::state).containsOnly(ModelState.State.ON);
    assertThat(vision.models()).hasSize(5);
  }

  @Test
  void aPlainPatternIsNeitherExplicitNorAFace() {
    VisionFindings findings = vision.look(Drawings.picture(Drawings.pattern(4, 640, 480)));
    assertThat(findings.missing()).isEmpty();
    assertThat(findings.faces()).isEmpty();
    assertThat(findings.scores()).allMatch(score -> score.value() >= 0 && score.value() < 0.3);
  }

  @Test
  void everyScoreNamesItsMeasureModelVersionAndView() {
    VisionFindings findings = vision.look(Drawings.picture(Drawings.pattern(4, 64, 48)));
    assertThat(findings.scores())
        .extracting(score -> score.measure() + " " + score.model() + " " + score.version())
        .containsExactly(
            "explicit nsfw-inception-v3 " + version("nsfw-inception-v3"),
            "suggestive nsfw-inception-v3 " + version("nsfw-inception-v3"),
            "explicit nsfw-mobilenet-v2 " + version("nsfw-mobilenet-v2"),
            "suggestive nsfw-mobilenet-v2 " + version("nsfw-mobilenet-v2"));
    assertThat(findings.scores()).extracting(Score::view).doesNotContain("");
  }

  @Test
  void theViewOfAnAnimationOrALongPictureSaysWhereItWas() {
    Raster plain = Drawings.pattern(4, 320, 240);
    Raster pattern = Drawings.pattern(2, 320, 240);
    String stricter = strictest(Drawings.picture(pattern)).view();
    assertThat(strictest(Drawings.animation(plain, pattern)).view())
        .isEqualTo("frame-2/" + stricter);
    assertThat(strictest(Drawings.picture(plain, pattern)).view())
        .isEqualTo("ground-2/" + stricter);
  }

  @Test
  void aDrawnFaceIsFoundWithAnAgeAndItsModels() {
    VisionFindings findings =
        vision.look(Drawings.picture(Drawings.person(640, 480, 320, 240, 1.5)));
    assertThat(findings.faces()).hasSize(1);
    Face face = findings.faces().getFirst();
    assertThat(face.confidence()).isBetween(0.5, 1.0);
    assertThat(face.youngest()).isBetween(0.0, 100.0);
    assertThat(face.model()).isEqualTo("blazeface-back+faceres+face-api-age");
    assertThat(face.version())
        .isEqualTo(
            version("blazeface-back") + "+" + version("faceres") + "+" + version("face-api-age"));
  }

  /** A face of 20 pixels is less than 3 when all of this picture is reduced to 256. */
  @Test
  void aSmallFaceInALargePictureIsFound() {
    for (int[] place : new int[][] {{300, 300}, {1200, 300}, {1700, 800}}) {
      assertThat(facesIn(Drawings.person(1900, 1000, place[0], place[1], 0.2))).hasSize(1);
    }
  }

  @Test
  void aFaceInAVeryLongPictureIsFound() {
    assertThat(facesIn(Drawings.person(3000, 400, 2500, 200, 0.8))).hasSize(1);
  }

  @Test
  void aFaceTooSmallToTellItsAgeHasNone() {
    List<Face> faces = facesIn(Drawings.person(200, 200, 100, 100, 0.18));
    assertThat(faces).hasSize(1);
    assertThat(faces.getFirst().youngest()).isNaN();
  }

  @Test
  void everyViewAndEveryFrameCounts() {
    Raster plain = Drawings.pattern(4, 320, 240);
    Raster person = Drawings.person(320, 240, 160, 120, 0.8);
    assertThat(vision.look(Drawings.picture(plain, person)).faces()).hasSize(1);
    assertThat(vision.look(Drawings.animation(plain, plain, person)).faces()).hasSize(1);
  }

  @Test
  void theStrictestViewGivesTheScore() {
    Raster one = Drawings.pattern(4, 320, 240);
    Raster two = Drawings.pattern(2, 320, 240);
    VisionFindings first = vision.look(Drawings.picture(one));
    VisionFindings second = vision.look(Drawings.picture(two));
    VisionFindings both = vision.look(Drawings.picture(one, two));
    for (int i = 0; i < both.scores().size(); i++) {
      double wanted = Math.max(first.scores().get(i).value(), second.scores().get(i).value());
      assertThat(both.scores().get(i).value()).isEqualTo(wanted);
    }
  }

  @Test
  void aFaceThatStaysInItsPlaceIsOneFace() {
    Raster bright = Drawings.person(320, 240, 160, 120, 0.8);
    Raster moved = Drawings.person(320, 240, 162, 121, 0.8);
    assertThat(vision.look(Drawings.animation(bright, moved, bright)).faces()).hasSize(1);
    Raster elsewhere = Drawings.person(320, 240, 60, 120, 0.8);
    assertThat(vision.look(Drawings.animation(bright, elsewhere)).faces()).hasSize(2);
  }

  /** nsfwjs looks at few pixels of a large picture; those show one picture, the others another. */
  @Test
  void aPictureHiddenFromTheReducedCopyCountsToo() {
    Raster shown = Drawings.pattern(0, 1495, 1495);
    Raster decoy = Drawings.person(1495, 1495, 747, 747, 6);
    int[] mixed = shown.rgb().clone();
    for (int y = 0; y < 1495; y++) {
      for (int x = 0; x < 1495; x++) {
        if (isSampled(x) && isSampled(y)) {
          mixed[y * 1495 + x] = decoy.rgb()[y * 1495 + x];
        }
      }
    }
    double hidden = explicit(new Raster(1495, 1495, mixed));
    assertThat(explicit(decoy)).isLessThan(explicit(shown) / 2);
    assertThat(hidden).isGreaterThan(explicit(shown) / 2);
  }

  /** Whether the larger classifier's reduction to 299 reads this row or column of 1495. */
  private static boolean isSampled(int place) {
    double step = 1494 / 298.0;
    double index = place / step;
    return Math.abs(index - Math.rint(index)) * step < 1;
  }

  @Test
  void theSamePictureGivesTheSameFindingsAlsoAtTheSameTime() throws Exception {
    Raster person = Drawings.person(400, 300, 200, 150, 1);
    Duration ample = Duration.ofMinutes(5);
    Vision patient = Vision.open(Weights.FOLDER, new VisionLimits(2, 8, ample, ample));
    VisionFindings once = patient.look(Drawings.picture(person));
    List<Callable<VisionFindings>> looks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      looks.add(() -> patient.look(Drawings.picture(person)));
    }
    try (patient;
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<VisionFindings> again : threads.invokeAll(looks)) {
        assertThat(again.get()).isEqualTo(once);
      }
    }
  }

  @Test
  void extremeShapesAreLookedAt() {
    for (int[] size : new int[][] {{1, 1}, {2, 1}, {1, 4000}, {5000, 3}}) {
      VisionFindings findings =
          vision.look(Drawings.picture(Drawings.pattern(4, size[0], size[1])));
      assertThat(findings.missing()).isEmpty();
      assertThat(findings.scores()).hasSize(4);
    }
  }

  @Test
  void whatIsNotDoneInTimeIsMissing() {
    VisionLimits hurried = new VisionLimits(1, 1, Duration.ofSeconds(5), Duration.ofNanos(1));
    try (Vision late = Vision.open(Weights.FOLDER, hurried)) {
      VisionFindings findings = late.look(Drawings.picture(Drawings.pattern(4, 64, 48)));
      assertThat(findings.scores()).isEmpty();
      assertThat(findings.missing()).extracting(Missing::check).containsExactlyElementsOf(names());
      assertThat(findings.missing()).extracting(Missing::why).containsOnly("timeout");
    }
  }

  @Test
  void aDamagedModelIsMissingAndTheOthersStillLook(@TempDir Path folder) throws IOException {
    copyModels(folder);
    Path file = folder.resolve("nsfw-mobilenet-v2.onnx");
    byte[] onnx = Files.readAllBytes(file);
    onnx[onnx.length / 2] ^= 1;
    Files.write(file, onnx);
    try (Vision damaged = Vision.open(folder, VisionLimits.DEFAULT)) {
      VisionFindings findings = damaged.look(Drawings.picture(Drawings.pattern(4, 64, 48)));
      assertThat(findings.missing()).containsExactly(new Missing("nsfw-mobilenet-v2", "checksum"));
      assertThat(findings.scores()).extracting(Score::model).containsOnly("nsfw-inception-v3");
      assertThat(damaged.models().get(1).state()).isEqualTo(ModelState.State.DAMAGED);
    }
  }

  @Test
  void withoutTheFaceDetectorTheAgeModelsAreMissingToo(@TempDir Path folder) throws IOException {
    copyModels(folder);
    Files.delete(folder.resolve("blazeface-back.onnx"));
    try (Vision blind = Vision.open(folder, VisionLimits.DEFAULT)) {
      assertThat(blind.look(Drawings.picture(Drawings.pattern(4, 64, 48))).missing())
          .containsExactly(
              new Missing("blazeface-back", "missing"),
              new Missing("faceres", "faces"),
              new Missing("face-api-age", "faces"));
    }
  }

  @Test
  void aClosedVisionLooksAtNothing() {
    Vision closed = Vision.open(Weights.FOLDER, VisionLimits.DEFAULT);
    closed.models();
    closed.close();
    assertThatThrownBy(() -> closed.look(Drawings.picture(Drawings.pattern(4, 64, 48))))
        .isInstanceOf(VisionBusy.class);
  }

  private static List<Face> facesIn(Raster raster) {
    return vision.look(Drawings.picture(raster)).faces();
  }

  private static double explicit(Raster raster) {
    return strictest(Drawings.picture(raster)).value();
  }

  private static Score strictest(Picture picture) {
    return vision.look(picture).scores().stream()
        .filter(score -> score.measure().equals("explicit") && score.model().contains("inception"))
        .findFirst()
        .orElseThrow();
  }

  private static void copyModels(Path folder) throws IOException {
    for (Model model : Manifest.models()) {
      Files.copy(Weights.FOLDER.resolve(model.file()), folder.resolve(model.file()));
    }
  }

  private static List<String> names() {
    return Manifest.models().stream().map(Model::name).toList();
  }

  private static String version(String name) {
    return Manifest.models().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow()
        .version();
  }
}
