package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Context;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import eu.gardefou.wire.Belongings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signals to verdict to record to outcome: the only maker of what may pass. */
final class Pipeline implements Screening {
  /** Keys carry no tier: whoever pays more gets the same answer. */
  private static final String NO_TIERS = "";

  private final Checks checks;
  private final Policy policy;
  private final DecisionRecord record;
  private final @Nullable String country;

  /**
   * Creates the pipeline.
   *
   * @param country of the installation, for country overlays; null when it does not say
   */
  Pipeline(Checks checks, Policy policy, DecisionRecord record, @Nullable String country) {
    this.country = country;
    this.checks = checks;
    this.policy = policy;
    this.record = record;
  }

  @Override
  public RequestOutcome screen(Submission submission, Asker asker) {
    List<Signal> signals = checks.ofRequest(submission);
    Verdict verdict = judge(submission.kind(), signals, asker);
    UUID decision = record.request(submission, asker, verdict, signals);
    if (verdict.decision().passes()) {
      return new RequestOutcome.Cleared(decision, verdict, signals, submission, asker);
    }
    return new RequestOutcome.Stopped(decision, verdict, signals);
  }

  @Override
  public ResultOutcome screenResult(
      RequestOutcome.Cleared cleared, List<byte[]> files, List<String> texts) {
    try (var belongings = new Belongings()) {
      List<Picture> inputs = cleared.submission().inputs();
      return judged(cleared, files, checks.ofResult(inputs, files, texts, belongings));
    }
  }

  private ResultOutcome judged(
      RequestOutcome.Cleared cleared, List<byte[]> files, Checks.Result result) {
    List<Signal> signals = new ArrayList<>(cleared.signals());
    signals.addAll(result.signals());
    if (files.isEmpty()) {
      signals.add(new Signal.NotAssessed(Signal.Part.OUTPUT, "media", "no-picture"));
    }
    Verdict verdict = judge(cleared.submission().kind(), signals, cleared.asker());
    UUID decision = record.result(cleared, files, result.pictures(), verdict, signals);
    if (verdict.decision().passes() && result.pictures().size() == files.size()) {
      return new ResultOutcome.Released(
          decision, verdict, result.signals(), images(files, result.pictures()));
    }
    return new ResultOutcome.Stopped(decision, verdict, result.signals());
  }

  @Override
  public ResultOutcome.Stopped stop(RequestOutcome.Cleared cleared, List<Reason> grounds) {
    Verdict verdict = cleared.verdict().and(grounds);
    if (verdict.decision().passes()) {
      throw new IllegalArgumentException("these grounds stop nothing: " + grounds);
    }
    UUID decision = record.result(cleared, List.of(), List.of(), verdict, cleared.signals());
    return new ResultOutcome.Stopped(decision, verdict, List.of());
  }

  /**
   * The floor knows content and consent only; overlays of the country join, and are never laxer.
   */
  private Verdict judge(Kind kind, List<Signal> signals, Asker asker) {
    return policy.judge(
        kind, Consent.NONE, signals, new Context(country, asker.surface(), NO_TIERS));
  }

  private static List<ScreenedImage> images(List<byte[]> files, List<Picture> pictures) {
    List<ScreenedImage> images = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Picture picture = pictures.get(i);
      images.add(
          new ScreenedImage(files.get(i), picture.format(), picture.width(), picture.height()));
    }
    return images;
  }
}
