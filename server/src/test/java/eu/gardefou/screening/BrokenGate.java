package eu.gardefou.screening;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.NotAssessed;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Scripted.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The pipeline with any number of its parts broken. */
public final class BrokenGate {
  private static final Media MEDIA = new Media(MediaLimits.DEFAULT);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private BrokenGate() {}

  /** What may go wrong. */
  public enum Fault {
    /** The reader of words throws. */
    WORDS_FAIL,
    /** A check of pictures throws. */
    CHECK_FAILS,
    /** A check of pictures runs out of memory. */
    CHECK_HAS_NO_MEMORY,
    /** A check of pictures does not end. */
    CHECK_HANGS,
    /** A check of pictures has no capacity left. */
    CHECK_IS_BUSY,
    /** A model says that it could not look. */
    MODEL_MISSING,
    /** A model's score is no number. */
    SCORE_IS_NO_NUMBER,
    /** No model said a word of the picture. */
    NO_SCORE,
    /** The decision cannot be recorded. */
    RECORD_FULL
  }

  /** Whether an ordinary edit goes through; an error is no way through. */
  public static boolean passes(Set<Fault> faults) {
    return passes(
        new Pipeline(checks(faults, check -> check), Policies.builtIn(), memory(faults), null));
  }

  /** The same where what was not said is taken for consent, and what was not kept for kept. */
  public static boolean passesWhereSilenceIsConsent(Set<Fault> faults) {
    return passes(
        new Pipeline(
            checks(faults, Unguarded.SilentWhenBusy::new),
            new Unguarded.DeafToGaps(),
            new Unguarded.Careless(memory(faults)),
            null));
  }

  private static Memory memory(Set<Fault> faults) {
    var memory = new Memory();
    memory.full = faults.contains(Fault.RECORD_FULL);
    return memory;
  }

  private static boolean passes(Pipeline pipeline) {
    try (Picture picture = MEDIA.decode(Scripted.DRAWING)) {
      var submission =
          new Submission(Kind.EDIT, PromptText.of("a blue sky"), List.of(picture), null);
      return pipeline.screen(submission, Scripted.ASKER) instanceof RequestOutcome.Cleared;
    } catch (ScreeningBusy | IllegalStateException toldToTheClient) {
      return false;
    }
  }

  private static Checks checks(Set<Fault> faults, UnaryOperator<PictureCheck> how) {
    Function<PromptText, List<Signal>> words =
        faults.contains(Fault.WORDS_FAIL) ? _ -> fail() : Scripted::nothing;
    List<PictureCheck> checks = new ArrayList<>();
    checks.add(Scripted.found(score(faults.contains(Fault.SCORE_IS_NO_NUMBER) ? Double.NaN : 0.1)));
    if (faults.contains(Fault.NO_SCORE)) {
      checks.set(0, Scripted.found(new Signal.Unhashable(Part.INPUT, 0, 3)));
    }
    if (faults.contains(Fault.CHECK_FAILS)) {
      checks.add(Scripted.failing());
    }
    if (faults.contains(Fault.CHECK_HAS_NO_MEMORY)) {
      checks.add(
          Scripted.check(() -> {
            throw new OutOfMemoryError("scripted");
          }));
    }
    if (faults.contains(Fault.CHECK_IS_BUSY)) {
      checks.add(
          Scripted.check(() -> {
            throw new ScreeningBusy(new IllegalStateException("full"));
          }));
    }
    if (faults.contains(Fault.CHECK_HANGS)) {
      checks.add(
          Scripted.check(() -> {
            NEVER.await();
            return List.of();
          }));
    }
    if (faults.contains(Fault.MODEL_MISSING)) {
      checks.add(Scripted.found(new NotAssessed(Part.INPUT, "a-model", "missing")));
    }
    // Only a check that hangs needs patience to end.
    Duration patience =
        faults.contains(Fault.CHECK_HANGS) ? Duration.ofMillis(50) : Duration.ofMinutes(1);
    return new Checks(
        MEDIA, words, checks.stream().map(how).toList(), Scripted::unchanged, patience);
  }

  private static List<Signal> fail() {
    throw new IllegalStateException("broken");
  }

  private static Signal score(double value) {
    return new Signal.Score(Part.INPUT, 0, "explicit", value, "one", "v");
  }
}
