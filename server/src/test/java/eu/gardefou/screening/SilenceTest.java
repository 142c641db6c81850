package eu.gardefou.screening;

import static eu.gardefou.screening.Scripted.ASKER;
import static eu.gardefou.screening.Scripted.DRAWING;
import static eu.gardefou.screening.Scripted.assertRefusedUnassessed;
import static eu.gardefou.screening.Scripted.check;
import static eu.gardefou.screening.Scripted.failing;
import static eu.gardefou.screening.Scripted.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Signal;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Scripted.Memory;
import eu.gardefou.wire.Belongings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A check that says nothing, for whatever reason, is not a check that found nothing. */
final class SilenceTest {
  private final Media media = new Media(MediaLimits.DEFAULT);
  private final Memory memory = new Memory();

  @Test
  void aCheckThatThrowsIsNotSilence() {
    assertRefusedUnassessed(
        pipeline(Scripted::nothing, failing()).screen(edit(), ASKER), "scripted", "failed");
  }

  @Test
  void aCheckThatHangsIsNotSilence() {
    CountDownLatch never = new CountDownLatch(1);
    PictureCheck hanging =
        check(() -> {
          never.await();
          return List.of();
        });
    Checks checks =
        new Checks(
            media, Scripted::nothing, List.of(hanging), Scripted::unchanged, Duration.ofMillis(50));
    RequestOutcome outcome =
        new Pipeline(checks, Policies.builtIn(), memory, null).screen(edit(), ASKER);
    assertRefusedUnassessed(outcome, "scripted", "timeout");
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void memoryIsCountedAsTakenWhileALateCheckReads() {
    long before = media.freeMemory();
    CountDownLatch leave = new CountDownLatch(1);
    PictureCheck stubborn =
        check(() -> {
          awaitWhateverHappens(leave);
          return List.of();
        });
    Checks checks =
        new Checks(
            media,
            Scripted::nothing,
            List.of(stubborn),
            Scripted::unchanged,
            Duration.ofMillis(50));
    try (Picture picture = media.decode(DRAWING)) {
      var submission = new Submission(Kind.EDIT, PromptText.of("a sky"), List.of(picture), null);
      new Pipeline(checks, Policies.builtIn(), memory, null).screen(submission, ASKER);
    }
    assertThat(media.freeMemory()).isLessThan(before);
    leave.countDown();
    while (media.freeMemory() != before) {
      Thread.onSpinWait();
    }
  }

  private static void awaitWhateverHappens(CountDownLatch latch) {
    boolean waiting = true;
    while (waiting) {
      try {
        latch.await();
        waiting = false;
      } catch (InterruptedException told) {
        waiting = true;
      }
    }
  }

  @Test
  void aReaderOfWordsThatThrowsIsNotSilence() {
    Function<PromptText, List<Signal>> broken =
        _ -> {
          throw new IllegalStateException("broken");
        };
    assertRefusedUnassessed(pipeline(broken, found()).screen(edit(), ASKER), "prompts", "failed");
  }

  @Test
  void aComparisonThatSaysNothingIsNotSilence() {
    Checks checks =
        new Checks(media, Scripted::nothing, List.of(), (_, _) -> List.of(), Duration.ofMinutes(1));
    try (Picture picture = media.decode(DRAWING);
        var belongings = new Belongings()) {
      assertThat(
              checks.ofResult(List.of(picture), List.of(DRAWING), List.of(), belongings).signals())
          .contains(new Signal.NotAssessed(Signal.Part.OUTPUT, EditCheck.NAME, "nothing-compared"));
    }
  }

  @Test
  void anErrorInACheckIsNotSilenceEither() {
    PictureCheck exhausted =
        check(() -> {
          throw new OutOfMemoryError("scripted");
        });
    assertRefusedUnassessed(
        pipeline(Scripted::nothing, exhausted).screen(edit(), ASKER), "scripted", "failed");
  }

  @Test
  void capacityThatIsTakenDecidesNothing() {
    PictureCheck busy =
        check(() -> {
          throw new ScreeningBusy(new IllegalStateException("full"));
        });
    assertThatThrownBy(() -> pipeline(Scripted::nothing, busy).screen(edit(), ASKER))
        .isInstanceOf(ScreeningBusy.class);
    assertThat(memory.verdicts).isEmpty();
  }

  /** It was drawn already, and would be again if the answer were "try again". */
  @Test
  void aResultWaitsForRoom() {
    var looks = new AtomicInteger();
    PictureCheck full =
        check(() -> {
          int look = looks.incrementAndGet();
          if (look > 1 && look < 5) {
            throw new ScreeningBusy(new IllegalStateException("full"));
          }
          return List.of();
        });
    Pipeline pipeline = pipeline(Scripted::nothing, full);
    var cleared = (RequestOutcome.Cleared) pipeline.screen(edit(), ASKER);
    assertThat(pipeline.screenResult(cleared, List.of(DRAWING), List.of()))
        .isInstanceOf(ResultOutcome.Released.class);
    assertThat(looks).hasValue(5);
  }

  @Test
  void aResultForWhichThereIsNoRoomIsRefusedAndOnRecord() {
    var looks = new AtomicInteger();
    PictureCheck full =
        check(() -> {
          if (looks.incrementAndGet() > 1) {
            throw new ScreeningBusy(new IllegalStateException("full"));
          }
          return List.of();
        });
    Checks checks =
        new Checks(
            media, Scripted::nothing, List.of(full), Scripted::unchanged, Duration.ofSeconds(1));
    var pipeline = new Pipeline(checks, Policies.builtIn(), memory, null);
    var cleared = (RequestOutcome.Cleared) pipeline.screen(edit(), ASKER);
    ResultOutcome outcome = pipeline.screenResult(cleared, List.of(DRAWING), List.of());
    assertThat(outcome).isInstanceOf(ResultOutcome.Stopped.class);
    assertThat(outcome.signals())
        .contains(new Signal.NotAssessed(Signal.Part.OUTPUT, "scripted", "timeout"));
    assertThat(memory.verdicts).hasSize(2);
  }

  private Submission edit() {
    return Scripted.edit(media);
  }

  private Pipeline pipeline(Function<PromptText, List<Signal>> words, PictureCheck check) {
    return Scripted.pipeline(media, memory, words, check);
  }
}
