package eu.gardefou.screening;

import static eu.gardefou.screening.Scripted.ASKER;
import static eu.gardefou.screening.Scripted.DRAWING;
import static eu.gardefou.screening.Scripted.check;
import static eu.gardefou.screening.Scripted.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.Drawing;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Scripted.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The pipeline with the built-in policy and scripted checks: whatever fails, nothing passes. */
final class PipelineTest {
  private final Media media = new Media(MediaLimits.DEFAULT);
  private final Memory memory = new Memory();

  @Test
  void anOrdinaryEditPassesAndItsResultIsReleasedUnchanged() {
    Pipeline pipeline = pipeline(Scripted::nothing, found());
    RequestOutcome outcome = pipeline.screen(edit(), ASKER);
    assertThat(outcome).isInstanceOf(RequestOutcome.Cleared.class);

    ResultOutcome result =
        pipeline.screenResult((RequestOutcome.Cleared) outcome, List.of(DRAWING), List.of());
    assertThat(result)
        .isInstanceOfSatisfying(
            ResultOutcome.Released.class,
            released -> {
              assertThat(released.images()).hasSize(1);
              assertThat(released.images().getFirst().bytes()).isEqualTo(DRAWING);
            });
    assertThat(memory.verdicts).hasSize(2);
  }

  @Test
  void whatBecameOfAResultItsPicturesAreClosed() {
    RequestOutcome.Cleared cleared;
    try (Picture picture = media.decode(DRAWING)) {
      var submission = new Submission(Kind.EDIT, PromptText.of("a sky"), List.of(picture), null);
      cleared =
          (RequestOutcome.Cleared) pipeline(Scripted::nothing, found()).screen(submission, ASKER);
    }
    long before = media.freeMemory();
    byte[] unreadable = {1, 2, 3};
    for (List<byte[]> files : List.of(List.of(DRAWING), List.of(DRAWING, unreadable))) {
      pipeline(Scripted::nothing, found()).screenResult(cleared, files, List.of());
      assertThat(media.freeMemory()).isEqualTo(before);
    }
    memory.full = true;
    assertThatThrownBy(() ->
            pipeline(Scripted::nothing, found()).screenResult(cleared, List.of(DRAWING), List.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(media.freeMemory()).isEqualTo(before);
  }

  @Test
  void aDecisionThatCannotBeRecordedIsNotToldToAnybody() {
    memory.full = true;
    assertThatThrownBy(() -> pipeline(Scripted::nothing, found()).screen(edit(), ASKER))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anUnreadableResultStopsAllOfThem() {
    Pipeline pipeline = pipeline(Scripted::nothing, found());
    var cleared = (RequestOutcome.Cleared) pipeline.screen(edit(), ASKER);
    ResultOutcome result =
        pipeline.screenResult(cleared, List.of(DRAWING, new byte[] {1, 2, 3}, DRAWING), List.of());
    assertThat(result).isInstanceOf(ResultOutcome.Stopped.class);
    assertThat(result.verdict().decision()).isEqualTo(Decision.REFUSE);
  }

  @Test
  void anEmptyResultIsNotAPass() {
    Pipeline pipeline = pipeline(Scripted::nothing, found());
    var cleared = (RequestOutcome.Cleared) pipeline.screen(edit(), ASKER);
    assertThat(pipeline.screenResult(cleared, List.of(), List.of()))
        .isInstanceOf(ResultOutcome.Stopped.class);
  }

  @Test
  void whatIsStoppedFromOutsideIsOnRecordAsRefused() {
    Pipeline pipeline = pipeline(Scripted::nothing, found());
    var cleared = (RequestOutcome.Cleared) pipeline.screen(edit(), ASKER);
    Reason ground = new Reason("upstream-safety-system", Decision.REFUSE, "sexual", "It said no.");
    ResultOutcome.Stopped stopped = pipeline.stop(cleared, List.of(ground));
    assertThat(stopped.verdict().reasons()).containsExactly(ground);
    assertThat(memory.verdicts).containsExactly(cleared.verdict(), stopped.verdict());
    Reason weak = new Reason("a-mark", Decision.MARK, "other", "It is marked.");
    assertThatThrownBy(() -> pipeline.stop(cleared, List.of(weak)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(memory.verdicts).hasSize(2);
  }

  @Test
  void oneBadPictureOfSeveralStopsAllOfThem() {
    PictureCheck lastIsBad =
        new PictureCheck() {
          @Override
          public String name() {
            return "scripted";
          }

          @Override
          public List<Signal> look(Part part, int index, Picture picture) {
            double value = part == Part.OUTPUT && index == 2 ? 0.99 : 0.01;
            return List.of(
                new Signal.Score(part, index, "explicit", value, "one", "v"),
                new Signal.Score(part, index, "explicit", value, "two", "v"));
          }
        };
    Pipeline pipeline = pipeline(Scripted::nothing, lastIsBad);
    var cleared = (RequestOutcome.Cleared) pipeline.screen(edit(), ASKER);
    assertThat(pipeline.screenResult(cleared, List.of(DRAWING, DRAWING, DRAWING), List.of()))
        .isInstanceOf(ResultOutcome.Stopped.class);
    assertThat(pipeline.screenResult(cleared, List.of(DRAWING, DRAWING), List.of()))
        .isInstanceOf(ResultOutcome.Released.class);
  }

  @Test
  void anOverlayOfTheCountryMakesTheAnswerStricter() {
    String policy =
        """
        name: overlaid
        floor:
          - {id: never, when: "false", then: refuse, category: sexual, text: Never.}
        overlays:
          - id: france
            countries: [FR]
            rules:
              - {id: fr-edit, when: "content.kind == 'edit'", then: review, category: local, text: A person looks.}
        """;
    Checks checks =
        new Checks(
            media,
            Scripted::nothing,
            List.of(found()),
            Scripted::unchanged,
            Duration.ofSeconds(20));
    assertThat(
            new Pipeline(checks, Policies.load(policy, "overlaid"), memory, "FR")
                .screen(edit(), ASKER)
                .verdict()
                .decision())
        .isEqualTo(Decision.REVIEW);
    assertThat(
            new Pipeline(checks, Policies.load(policy, "overlaid"), memory, "DE")
                .screen(edit(), ASKER)
                .verdict()
                .decision())
        .isEqualTo(Decision.ALLOW);
  }

  @Test
  void aResultThatCarriesAnotherPictureInsideIsStopped() {
    byte[] inner = Drawing.jpeg(48, 48);
    byte[] outer = Drawing.jpeg(64, 48);
    // A comment segment right after the start, as a preview would be.
    byte[] file = new byte[outer.length + inner.length + 4];
    System.arraycopy(outer, 0, file, 0, 2);
    file[2] = (byte) 0xFF;
    file[3] = (byte) 0xEC;
    file[4] = (byte) ((inner.length + 2) >> 8);
    file[5] = (byte) (inner.length + 2);
    System.arraycopy(inner, 0, file, 6, inner.length);
    System.arraycopy(outer, 2, file, 6 + inner.length, outer.length - 2);
    Pipeline pipeline = pipeline(Scripted::nothing, found());
    var cleared = (RequestOutcome.Cleared) pipeline.screen(edit(), ASKER);
    assertThat(pipeline.screenResult(cleared, List.of(outer), List.of()))
        .isInstanceOf(ResultOutcome.Released.class);
    assertThat(pipeline.screenResult(cleared, List.of(file), List.of()))
        .isInstanceOf(ResultOutcome.Stopped.class);
  }

  @Test
  void theMaskIsLookedAtToo() {
    List<Integer> seen = new ArrayList<>();
    PictureCheck counting =
        new PictureCheck() {
          @Override
          public String name() {
            return "counting";
          }

          @Override
          public synchronized List<Signal> look(Part part, int index, Picture picture) {
            seen.add(index);
            return List.of();
          }
        };
    Picture picture = media.decode(DRAWING);
    pipeline(Scripted::nothing, counting)
        .screen(
            new Submission(Kind.EDIT, PromptText.of("a blue sky"), List.of(picture), picture),
            ASKER);
    assertThat(seen).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void wordsThatComeWithAResultAreReadAsWell() {
    Function<PromptText, List<Signal>> reader =
        text ->
            text.companions().contains("rewritten")
                ? List.of(
                    new Signal.Text("undress", 1, "test:undress", "en"),
                    new Signal.Text("person", 1, "test:person", "en"))
                : List.of();
    Pipeline pipeline = pipeline(reader, found());
    var cleared = (RequestOutcome.Cleared) pipeline.screen(edit(), ASKER);
    assertThat(pipeline.screenResult(cleared, List.of(DRAWING), List.of("rewritten")))
        .isInstanceOf(ResultOutcome.Stopped.class);
  }

  private Submission edit() {
    return Scripted.edit(media);
  }

  private Pipeline pipeline(Function<PromptText, List<Signal>> words, PictureCheck check) {
    return Scripted.pipeline(media, memory, words, check);
  }
}
