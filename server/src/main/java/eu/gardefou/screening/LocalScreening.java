package eu.gardefou.screening;

import eu.gardefou.media.Media;
import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.reading.Reader;
import eu.gardefou.vision.Vision;
import java.util.List;

/**
 * The same checks and the same policy in one process, without a server, a database or banks.
 *
 * <p>It judges and says so; it clears nothing, records nothing, and has no way to release a
 * picture.
 */
public final class LocalScreening {
  private static final String NO_DATABASE = "no-database";

  private final Checks checks;
  private final Policy policy;

  /** Puts the checks together. */
  public LocalScreening(Media media, Vision vision, Reader reader, Prompts prompts, Policy policy) {
    this.checks =
        new Checks(
            media,
            new WordsCheck(prompts),
            List.of(
                new AbsentCheck("matching", NO_DATABASE),
                new VisionCheck(vision),
                new ReadingCheck(reader, prompts),
                new AbsentCheck("elsewhere", NO_DATABASE)),
            new ChangeCheck(vision),
            ScreenSettings.PATIENCE);
    this.policy = policy;
  }

  /**
   * A verdict and what it rests on.
   *
   * @param signals what the checks found
   */
  public record Judgement(Verdict verdict, List<Signal> signals) {
    /** Keeps its own copy. */
    public Judgement {
      signals = List.copyOf(signals);
    }
  }

  /** Judges a submission. */
  public Judgement judge(Submission submission) {
    List<Signal> signals = checks.ofRequest(submission, LocalScreening::before);
    return new Judgement(policy.judge(submission.kind(), Consent.NONE, signals), signals);
  }

  private static List<Signal> before() {
    return List.of(new Signal.Checked(Signal.Part.INPUT, 0, Checks.LINEAGE, false, NO_DATABASE));
  }
}
