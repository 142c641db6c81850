package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Caller;
import eu.gardefou.access.TestClock;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Reason;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Asker;
import eu.gardefou.screening.FakeScreening;
import eu.gardefou.screening.RequestOutcome.Cleared;
import eu.gardefou.screening.Submission;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered, for how long, and what counts as the same request. */
final class RefusalMemoryTest {
  private final RefusalMemory.Kept refusal =
      new RefusalMemory.Kept(
          "output", List.of(new Reason("a", Decision.REFUSE, "sexual", "Not this.")));
  private final FakeScreening screening = new FakeScreening();
  private final Media media = new Media(MediaLimits.DEFAULT);
  private final TestClock clock = new TestClock();
  private final RefusalMemory memory = new RefusalMemory(clock);

  @Test
  void aRefusalIsForgottenAfterAnHour() {
    memory.keep("a", refusal);
    clock.move(Duration.ofMinutes(60));
    assertThat(memory.of("a")).isSameAs(refusal);
    clock.move(Duration.ofMillis(1));
    assertThat(memory.of("a")).isNull();
    assertThat(memory.of("b")).isNull();
  }

  @Test
  void theOldestIsForgottenWhenThereAreTooMany() {
    for (int i = 0; i <= 10_000; i++) {
      memory.keep("refusal " + i, refusal);
    }
    assertThat(memory.of("refusal 0")).isNull();
    assertThat(memory.of("refusal 1")).isSameAs(refusal);
  }

  @Test
  void caseSpacingAndPunctuationMakeNoOtherRequest() {
    String digest = memory.digest(words("a kite, over a hill"), "alice");
    assertThat(memory.digest(words("A KITE over... a-hill!"), "alice")).isEqualTo(digest);
    assertThat(memory.digest(words("ａ kite over a hill"), "alice")).isEqualTo(digest);
    assertThat(memory.digest(words("a kite under a hill"), "alice")).isNotEqualTo(digest);
    assertThat(memory.digest(words("a kite, over a hill"), "bob")).isNotEqualTo(digest);
  }

  @Test
  void picturesMakeTheRequestWhoeverAsks() {
    Picture one = media.decode(Sketches.png(20, 20, 0x123456));
    Picture two = media.decode(Sketches.png(20, 20, 0x654321));
    String digest = memory.digest(edit(one, two), "alice");
    assertThat(memory.digest(edit(one, two), "bob")).isEqualTo(digest);
    assertThat(memory.digest(edit(two, one), "bob")).isNotEqualTo(digest);
    assertThat(memory.digest(edit(one), "bob")).isNotEqualTo(digest);
  }

  @Test
  void theMaskSaysWhereAndSoMakesTheRequest() {
    Picture one = media.decode(Sketches.png(20, 20, 0x123456));
    Picture here = media.decode(Sketches.mask(20, 20));
    Picture there = media.decode(Sketches.png(20, 20, 0x654321));
    String digest = memory.digest(masked(here, one), "alice");
    assertThat(memory.digest(masked(here, one), "bob")).isEqualTo(digest);
    assertThat(memory.digest(masked(there, one), "bob")).isNotEqualTo(digest);
    assertThat(memory.digest(edit(one), "bob")).isNotEqualTo(digest);
    assertThat(memory.digest(edit(one, here), "bob")).isNotEqualTo(digest);
  }

  @Test
  void theWordsBesideThePromptMakeTheRequest() {
    String digest = memory.digest(words("a kite", "no rain"), "alice");
    assertThat(memory.digest(words("a kite", "No rain!"), "alice")).isEqualTo(digest);
    assertThat(memory.digest(words("a kite", "no wind"), "alice")).isNotEqualTo(digest);
    assertThat(memory.digest(words("a kite"), "alice")).isNotEqualTo(digest);
  }

  @Test
  void anotherProcessKnowsTheSameRequestByAnotherDigest() {
    Cleared cleared = words("a kite");
    assertThat(new RefusalMemory(clock).digest(cleared, "alice"))
        .isNotEqualTo(memory.digest(cleared, "alice"));
  }

  private Cleared words(String prompt, String... companions) {
    PromptText text = new PromptText(prompt, List.of(companions));
    return cleared(new Submission(Kind.GENERATE, text, List.of(), null));
  }

  private Cleared masked(Picture mask, Picture picture) {
    return cleared(new Submission(Kind.EDIT, PromptText.of("a hat"), List.of(picture), mask));
  }

  private Cleared edit(Picture... pictures) {
    return cleared(new Submission(Kind.EDIT, PromptText.of("a hat"), List.of(pictures), null));
  }

  private Cleared cleared(Submission submission) {
    return (Cleared) screening.screen(submission, new Asker(new Caller("key:test"), "/test"));
  }
}
