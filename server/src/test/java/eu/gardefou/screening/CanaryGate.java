package eu.gardefou.screening;

import eu.gardefou.matching.Matching;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.CanaryWords;
import eu.gardefou.prompts.PromptText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline with the built-in policy, around the canary: words are read with its data file, and
 * drawn pictures get the scores that their colours ask for.
 */
public final class CanaryGate {
  private static final Media MEDIA = new Media(MediaLimits.DEFAULT);

  private final Pipeline pipeline;

  private CanaryGate(PictureCheck... checks) {
    this(Policies.builtIn(), checks);
  }

  private CanaryGate(Policy policy, PictureCheck... checks) {
    var all =
        new Checks(
            MEDIA,
            new WordsCheck(CanaryWords.PROMPTS),
            List.of(checks),
            Scripted::unchanged,
            Duration.ofMinutes(1));
    pipeline = new Pipeline(all, policy, new Scripted.Memory(), null);
  }

  /** With pictures that are looked at as they should be. */
  public static CanaryGate whole() {
    return new CanaryGate(new CanaryCheck(true));
  }

  /** With one view of the first frame only: a gate without that defence. */
  public static CanaryGate withOneView() {
    return new CanaryGate(new CanaryCheck(false));
  }

  /** With models of which one is misled, and whatever policy. */
  public static CanaryGate with(MisledCheck misled, Policy policy) {
    return new CanaryGate(policy, misled);
  }

  /** With banks as well. */
  public static CanaryGate with(Matching matching) {
    return new CanaryGate(new CanaryCheck(true), new MatchingCheck(matching));
  }

  /** What is decided of a request. */
  public Verdict request(Kind kind, String prompt, List<byte[]> files, byte @Nullable [] mask) {
    List<Picture> pictures = files.stream().map(MEDIA::decode).toList();
    Picture masked = mask == null ? null : MEDIA.decode(mask);
    var submission = new Submission(kind, PromptText.of(prompt), pictures, masked);
    Verdict verdict = pipeline.screen(submission, Scripted.ASKER).verdict();
    pictures.forEach(Picture::close);
    return verdict;
  }

  /** What is decided of what an upstream made of an ordinary request. */
  public Verdict result(String prompt, byte[] input, List<byte[]> outputs) {
    try (Picture picture = MEDIA.decode(input)) {
      var submission = new Submission(Kind.EDIT, PromptText.of(prompt), List.of(picture), null);
      var cleared = (RequestOutcome.Cleared) pipeline.screen(submission, Scripted.ASKER);
      return pipeline.screenResult(cleared, outputs, List.of()).verdict();
    }
  }
}
