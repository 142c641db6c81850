package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.gateway.RecordingUpstream.Answer;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers take room, which comes to an end and is given back. */
final class UpstreamRoomTest {
  private static RecordingUpstream upstream;

  @BeforeAll
  static void start() {
    upstream = new RecordingUpstream();
  }

  @AfterAll
  static void stop() {
    upstream.close();
  }

  @Test
  void withoutRoomForAnAnswerItIsBusyAndTheRoomIsGivenBack() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    // Half of the room is one key's, and each byte counts four times: one such answer fits.
    try (GatewayServer small =
        GatewayServer.start(upstream.property(), "gardefou.upstream.memory=80000B")) {
      String bulky = ",\"padding\":\"" + "x".repeat(6_000) + "\"}";
      String picture = RecordingUpstream.base64(Sketches.png(16, 16, 1));
      upstream.answering =
          _ -> Answer.json(200, "{\"data\":[{\"b64_json\":\"" + picture + "\"}]" + bulky);
      small.screening.beforeResult =
          () -> {
            held.countDown();
            await(release);
          };
      var first = new FutureTask<>(() -> small.generate("{\"prompt\":\"a kite\"}"));
      Thread.ofVirtual().start(first);
      await(held);
      HttpResponse<String> busy = small.generate("{\"prompt\":\"a boat\"}");
      assertThat(busy.statusCode()).as(busy.body()).isEqualTo(503);
      assertThat(Answers.code(busy)).isEqualTo("busy");
      assertThat(Answers.shouldRetry(busy)).isTrue();
      assertThat(busy.headers().firstValue("Retry-After")).hasValue("5");
      release.countDown();
      assertThat(first.get().statusCode()).isEqualTo(200);
      for (int i = 0; i < 100; i++) {
        assertThat(small.generate("{\"prompt\":\"a kite\"}").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void anAnswerThatCouldNeverFitIsNotAReasonToTryAgain() {
    try (GatewayServer small =
        GatewayServer.start(upstream.property(), "gardefou.upstream.memory=80000B")) {
      String padding = "x".repeat(12_000);
      upstream.answering = _ -> Answer.json(200, "{\"data\":[],\"padding\":\"" + padding + "\"}");
      HttpResponse<String> broken = small.generate("{\"prompt\":\"a kite\"}");
      assertThat(broken.statusCode()).isEqualTo(502);
      assertThat(Answers.shouldRetry(broken)).isFalse();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError("interrupted", stopped);
    }
  }
}
