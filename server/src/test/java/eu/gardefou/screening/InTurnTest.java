package eu.gardefou.screening;

import static eu.gardefou.screening.Scripted.ASKER;
import static eu.gardefou.screening.Scripted.DRAWING;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Signal;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Scripted.Memory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A request with many pictures is not turned away by its own pictures. */
final class InTurnTest {
  private static final int SEATS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final Media media = new Media(MediaLimits.DEFAULT);
  private final AtomicInteger seated = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();

  /** Like the models: room for some, and nobody may wait. */
  private List<Signal> seat() throws InterruptedException {
    try {
      if (seated.incrementAndGet() > SEATS) {
        throw new ScreeningBusy(new IllegalStateException("no seat"));
      }
      Thread.sleep(5);
      looks.incrementAndGet();
      return List.of();
    } finally {
      seated.decrementAndGet();
    }
  }

  @Test
  void picturesOfOneRequestTakeTurns() {
    List<Picture> inputs = Stream.generate(() -> media.decode(DRAWING)).limit(16).toList();
    var submission = new Submission(Kind.EDIT, PromptText.of("a blue sky"), inputs, null);
    var pipeline =
        Scripted.pipeline(media, new Memory(), Scripted::nothing, Scripted.check(this::seat));
    var outcome = (RequestOutcome.Cleared) pipeline.screen(submission, ASKER);
    assertThat(looks).hasValue(16);
    List<byte[]> files = Stream.generate(() -> DRAWING).limit(10).toList();
    assertThat(pipeline.screenResult(outcome, files, List.of()))
        .isInstanceOf(ResultOutcome.Released.class);
    assertThat(looks).hasValue(26);
  }
}
