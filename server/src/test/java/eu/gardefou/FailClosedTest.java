package eu.gardefou;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Scope;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionBusy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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

  @Test
  void withAReaderOfWordsThatFailsNothingPasses() {
    try (WholeGate gate = WholeGate.start()) {
      String key = gate.key(Scope.GATEWAY, Scope.SCREEN);
      Prompts prompts = gate.bean(Prompts.class);
      // Nothing outside of the reader can make it fail, so a part of it is taken out.
      Object part = Objects.requireNonNull(ReflectionTestUtils.getField(prompts, "annotator"));
      ReflectionTestUtils.setField(prompts, "annotator", null);
      assertRefusedUnassessed(edit(gate, key));
      assertRefusedUnassessed(generate(gate, key));
      assertScreenRefuses(gate, key);
      ReflectionTestUtils.setField(prompts, "annotator", part);
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

  @Test
  void whatCannotBeRecordedDoesNotPass() {
    try (WholeGate gate = WholeGate.start()) {
      String key = gate.key(Scope.GATEWAY, Scope.SCREEN);
      JdbcClient owner = gate.asOwner();
      owner.sql("REVOKE INSERT ON evidence.decision FROM gardefou_app").update();
      assertFails(edit(gate, key), 500);
      assertFails(generate(gate, key), 500);
      assertFails(screen(gate, key), 500);
      owner.sql("GRANT INSERT ON evidence.decision TO gardefou_app").update();
      assertThat(edit(gate, key).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPictureWhoseDecisionCannotBeRecordedIsNotDelivered() {
    try (WholeGate gate = WholeGate.start()) {
      String key = gate.key(Scope.GATEWAY);
      JdbcClient owner = gate.asOwner();
      owner
          .sql(
              "ALTER TABLE evidence.decision ADD CONSTRAINT no CHECK (stage <> 'result') NOT VALID")
          .update();
      assertFails(edit(gate, key), 500);
      assertFails(generate(gate, key), 500);
      owner.sql("ALTER TABLE evidence.decision DROP CONSTRAINT no").update();
      assertThat(edit(gate, key).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withNoMemoryForPicturesTheAnswerIsToTryAgainLater() {
    try (WholeGate gate =
        WholeGate.start("gardefou.media.memory=100000000", "gardefou.media.wait=1ms")) {
      String key = gate.key(Scope.GATEWAY, Scope.SCREEN);
      List<Picture> held = fill(gate.bean(Media.class));
      for (HttpResponse<String> answer :
          List.of(edit(gate, key), generate(gate, key), screen(gate, key))) {
        assertFails(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      held.forEach(Picture::close);
      assertThat(edit(gate, key).statusCode()).isEqualTo(200);
      assertThat(screen(gate, key).statusCode()).isEqualTo(200);
    }
  }

  /** Decodes pictures, first large and then small ones, until there is no room for either. */
  private static List<Picture> fill(Media media) {
    List<Picture> held = new ArrayList<>();
    for (byte[] file : List.of(Drawing.png(1600, 1200), Drawing.png(320, 240))) {
      try {
        while (true) {
          held.add(media.decode(file));
        }
      } catch (MediaBusy full) {
        assertThat(held).isNotEmpty();
      }
    }
    return held;
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

  private static void assertScreenRefuses(WholeGate gate, String key) {
    HttpResponse<String> answer = screen(gate, key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode screened = JsonMapper.shared().readTree(answer.body());
    assertThat(screened.path("decision").stringValue()).isEqualTo("refuse");
    assertThat(answer.body()).contains("check-missing");
  }

  private static void assertFails(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("b64_json").doesNotContain("\"allow\"");
  }

  private static HttpResponse<String> generate(WholeGate gate, String key) {
    return json(gate, key, "/v1/images/generations", "{\"prompt\":\"a red bicycle by the sea\"}");
  }

  private static HttpResponse<String> screen(WholeGate gate, String key) {
    return json(gate, key, "/v1/screen", EDIT);
  }

  private static HttpResponse<String> json(WholeGate gate, String key, String path, String body) {
    return gate.post(path, key, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> edit(WholeGate gate) {
    return edit(gate, gate.key(Scope.GATEWAY));
  }

  private static HttpResponse<String> edit(WholeGate gate, String key) {
    return json(gate, key, "/v1/images/edits", EDIT);
  }
}
