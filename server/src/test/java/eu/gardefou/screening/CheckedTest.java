package eu.gardefou.screening;

import static eu.gardefou.screening.Scripted.ASKER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Checked;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.reading.Programs;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The answer says which checks looked at what, and why others did not. */
final class CheckedTest {
  private final Media media = new Media(MediaLimits.DEFAULT);
  private final Scripted.Memory memory = new Scripted.Memory();

  @Test
  void everyCheckOfEveryPartIsNamedOnce() {
    Submission submission =
        new Submission(Kind.EDIT, PromptText.of("a sky"), List.of(picture(), picture()), picture());
    assertThat(checked(submission, Scripted.found(), new AbsentCheck("other", "not-configured")))
        .containsExactlyInAnyOrder(
            new Checked(Part.TEXT, 0, "prompts", true, ""),
            new Checked(Part.INPUT, 0, "mask", true, ""),
            new Checked(Part.INPUT, 0, "scripted", true, ""),
            new Checked(Part.INPUT, 0, "other", false, "not-configured"),
            new Checked(Part.INPUT, 1, "scripted", true, ""),
            new Checked(Part.INPUT, 1, "other", false, "not-configured"),
            new Checked(Part.INPUT, 2, "scripted", true, ""),
            new Checked(Part.INPUT, 2, "other", false, "not-configured"));
  }

  @Test
  void aCheckThatFailsIsSaidNotToHaveRun() {
    assertThat(checked(edit(""), Scripted.failing()))
        .containsExactlyInAnyOrder(
            new Checked(Part.TEXT, 0, "prompts", false, "no-text"),
            new Checked(Part.INPUT, 0, "scripted", false, "failed"));
  }

  @Test
  void whoeverCannotSayWhetherACheckIsOnHasNotAssessed() {
    PictureCheck unsure =
        new PictureCheck() {
          @Override
          public String name() {
            return "unsure";
          }

          @Override
          public @Nullable String off() {
            throw new IllegalStateException("no database");
          }

          @Override
          public List<Signal> look(Part part, int index, Picture picture) {
            return List.of();
          }
        };
    RequestOutcome outcome = pipeline(unsure).screen(edit("a sky"), ASKER);
    Scripted.assertRefusedUnassessed(outcome, "unsure", "failed");
  }

  @Test
  void theAnswerTellsChecksApartFromFindings() {
    RequestOutcome outcome = pipeline(Scripted.failing()).screen(edit("a sky"), ASKER);
    Map<String, @Nullable Object> answer =
        Answer.of(outcome.decision(), outcome.verdict(), outcome.signals());
    assertThat(String.valueOf(answer.get("signals"))).doesNotContain("checked");
    assertThat(String.valueOf(answer.get("checks")))
        .isEqualTo(
            "[{part=text, index=0, check=prompts, ran=true, why=null},"
                + " {part=input, index=0, check=scripted, ran=false, why=failed}]");
  }

  @Test
  void withoutADatabaseTheBanksAreSaidNotToHaveBeenAsked() {
    Path nowhere = Path.of("no-such-folder");
    try (var vision = Vision.open(nowhere, VisionLimits.DEFAULT);
        var reader = Programs.blind(nowhere)) {
      var local = new LocalScreening(media, vision, reader, Prompts.load(), Policies.builtIn());
      List<Signal> signals = local.judge(edit("a sky")).signals();
      assertThat(signals)
          .contains(
              new Checked(Part.INPUT, 0, "matching", false, "no-database"),
              new Checked(Part.INPUT, 0, "elsewhere", false, "no-database"),
              new Checked(Part.INPUT, 0, "nsfw-inception-v3", false, "missing"),
              new Checked(Part.INPUT, 0, "reading", false, "missing"))
          .doesNotHaveDuplicates();
    }
  }

  private List<Signal> checked(Submission submission, PictureCheck... checks) {
    return pipeline(checks).screen(submission, ASKER).signals().stream()
        .filter(Checked.class::isInstance)
        .toList();
  }

  private Pipeline pipeline(PictureCheck... checks) {
    var all =
        new Checks(
            media, Scripted::nothing, List.of(checks), Scripted::unchanged, Duration.ofSeconds(20));
    return new Pipeline(all, Policies.builtIn(), memory, null);
  }

  private Submission edit(String words) {
    return new Submission(Kind.EDIT, PromptText.of(words), List.of(picture()), null);
  }

  private Picture picture() {
    return media.decode(Scripted.DRAWING);
  }
}
