package eu.gardefou;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Scope;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionBusy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Take any one check away from the whole program: an ordinary edit, which passed before, no longer
 * does.
 */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class FailClosedTest {
  private static final String PICTURE =
      "data:image/png;base64," + Base64.getEncoder().encodeToString(Drawing.png(320, 240));
  private static final String EDIT =
      "{\"prompt\":\"make the sky a little bluer\",\"images\":[{\"image_url\":\""
          + PICTURE
          + "\"}]}";

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
  void withoutTheDatabaseNothingPassesAndItComesBackByItself() {
    try (WholeGate gate = WholeGate.start()) {
      String key = gate.key(Scope.GATEWAY);
      assertThat(edit(gate, key).statusCode()).isEqualTo(200);
      TestDatabase.stopServer();
      try {
        HttpResponse<String> answer = edit(gate, key);
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(answer.body()).doesNotContain("b64_json");
      } finally {
        TestDatabase.startServer();
      }
      // The pool tries anew at growing distances; each of these calls waits for it.
      assertThat(Stream.generate(() -> edit(gate, key)).limit(20))
          .anyMatch(a -> a.statusCode() == 200);
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

  private static void assertRefusedUnassessed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode error = JsonMapper.shared().readTree(answer.body()).get("error");
    assertThat(error.get("code").stringValue()).isEqualTo("moderation_blocked");
    assertThat(error.at("/gateway/rule_ids").toString()).contains("check-missing");
  }

  private static HttpResponse<String> edit(WholeGate gate) {
    return edit(gate, gate.key(Scope.GATEWAY));
  }

  private static HttpResponse<String> edit(WholeGate gate, String key) {
    return gate.post(
        "/v1/images/edits", key, "application/json", EDIT.getBytes(StandardCharsets.UTF_8));
  }
}
