package eu.gardefou;

import static eu.gardefou.Questions.assertRefusedUnassessed;
import static eu.gardefou.Questions.assertScreenRefuses;
import static eu.gardefou.Questions.edit;
import static eu.gardefou.Questions.generate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Scope;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionBusy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Take any one check away from the whole program: an ordinary edit, which passed before, no longer
 * does.
 */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class FailClosedTest {
  @TempDir private Path folder;

  @Test
  void withEveryCheckAnOrdinaryEditPasses() {
    try (WholeGate gate = WholeGate.start()) {
      assertThat(edit(gate).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nsfw-inception-v3",
        "nsfw-mobilenet-v2",
        "blazeface-back",
        "faceres",
        "face-api-age"
      })
  void withoutAModelNoPicturePasses(String model) throws IOException {
    copyModelsWithout(model);
    try (WholeGate gate = WholeGate.start("gardefou.models=" + folder)) {
      assertRefusedUnassessed(edit(gate));
    }
  }

  @Test
  void withADamagedModelNoPicturePasses() throws IOException {
    copyModelsWithout("blazeface-back");
    Files.write(folder.resolve("blazeface-back.onnx"), new byte[] {8, 7, 6});
    try (WholeGate gate = WholeGate.start("gardefou.models=" + folder)) {
      assertRefusedUnassessed(edit(gate));
    }
  }

  @Test
  void withVisionStoppedNoPicturePasses() {
    try (WholeGate gate = WholeGate.start()) {
      gate.bean(Vision.class).close();
      HttpResponse<String> answer = edit(gate);
      assertThat(answer.statusCode()).isIn(400, 503);
      assertThat(answer.body()).doesNotContain("b64_json");
    }
  }

  @Test
  void withAFullPoolTheAnswerIsToTryAgainLater() {
    try (WholeGate gate =
        WholeGate.start(
            "gardefou.vision.concurrent=1",
            "gardefou.vision.waiting=0",
            "gardefou.vision.patience=1ms")) {
      String key = gate.key(Scope.GATEWAY);
      HttpResponse<String> answer;
      try (Occupied _ = new Occupied(gate.bean(Vision.class))) {
        answer = firstThatIsNot(gate, key, 200);
      }
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).doesNotContain("b64_json");
      assertThat(edit(gate, key).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withAReaderOfWordsThatFailsNothingPasses() {
    try (WholeGate gate = WholeGate.start()) {
      String key = gate.key(Scope.GATEWAY, Scope.SCREEN);
      Prompts prompts = gate.bean(Prompts.class);
      // Nothing outside of the reader can make it fail, so a part of it is taken out.
      Object part = Objects.requireNonNull(ReflectionTestUtils.getField(prompts, "speller"));
      ReflectionTestUtils.setField(prompts, "speller", null);
      assertRefusedUnassessed(edit(gate, key));
      assertRefusedUnassessed(generate(gate, key));
      assertScreenRefuses(gate, key);
      ReflectionTestUtils.setField(prompts, "speller", part);
      assertThat(edit(gate, key).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"matching.revision", "matching.entry", "matching.bank"})
  void withBanksThatCannotBeReadNoPicturePasses(String table) {
    try (WholeGate gate = WholeGate.start()) {
      String key = gate.key(Scope.GATEWAY, Scope.SCREEN);
      JdbcClient owner = gate.asOwner();
      owner.sql("REVOKE SELECT ON " + table + " FROM gardefou_app").update();
      // What is known of the banks may be kept, but not beyond their next change.
      owner.sql("UPDATE matching.bank SET radius = radius").update();
      assertRefusedUnassessed(edit(gate, key));
      assertRefusedUnassessed(generate(gate, key));
      assertScreenRefuses(gate, key);
      owner.sql("GRANT SELECT ON " + table + " TO gardefou_app").update();
      assertThat(edit(gate, key).statusCode()).isEqualTo(200);
    }
  }

  /** Somebody who looks at one picture after another, so that the only seat is taken. */
  private static final class Occupied implements AutoCloseable {
    private volatile boolean leaving;
    private final Thread looker;

    Occupied(Vision vision) {
      Picture picture = new Media(MediaLimits.DEFAULT).decode(Drawing.png(1600, 1200));
      CountDownLatch seated = new CountDownLatch(1);
      looker = Thread.ofPlatform().start(() -> look(vision, picture, seated));
      try {
        seated.await();
      } catch (InterruptedException stopped) {
        throw new AssertionError("interrupted", stopped);
      }
    }

    private void look(Vision vision, Picture picture, CountDownLatch seated) {
      while (!leaving) {
        try {
          vision.look(picture);
          seated.countDown();
        } catch (VisionBusy lostTheSeatToAnEdit) {
          Thread.onSpinWait();
        }
      }
    }

    @Override
    public void close() {
      leaving = true;
      try {
        looker.join();
      } catch (InterruptedException stopped) {
        throw new AssertionError("interrupted", stopped);
      }
    }
  }

  private static HttpResponse<String> firstThatIsNot(WholeGate gate, String key, int status) {
    for (int i = 0; i < 50; i++) {
      HttpResponse<String> answer = edit(gate, key);
      if (answer.statusCode() != status) {
        return answer;
      }
    }
    throw new AssertionError("the pool was never full");
  }

  private void copyModelsWithout(String model) throws IOException {
    try (Stream<Path> files = Files.list(WholeGate.models())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(model)) {
          Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
