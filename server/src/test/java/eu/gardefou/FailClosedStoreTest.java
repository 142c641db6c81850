package eu.gardefou;

import static eu.gardefou.Questions.assertFails;
import static eu.gardefou.Questions.edit;
import static eu.gardefou.Questions.generate;
import static eu.gardefou.Questions.screen;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Scope;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.Picture;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Without room to keep or to record anything, nothing passes either. */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class FailClosedStoreTest {
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
        WholeGate.start(
            "gardefou.media.memory=100000000",
            "gardefou.media.wait=1ms",
            "gardefou.screen.patience=20s")) {
      String key = gate.key(Scope.GATEWAY, Scope.SCREEN);
      List<Picture> held = fill(gate.bean(Media.class));
      for (HttpResponse<String> answer : List.of(edit(gate, key), screen(gate, key))) {
        assertFails(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      // It was drawn already: no room for what came of it is a decision.
      assertFails(generate(gate, key), 400);
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
}
