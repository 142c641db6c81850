package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Signals to verdict to record to outcome: the only maker of what may pass. */
final class Pipeline implements Screening {
  private final Checks checks;
  private final Policy policy;
  private final DecisionRecord record;

  Pipeline(Checks checks, Policy policy, DecisionRecord record) {
    this.checks = checks;
    this.policy = policy;
    this.record = record;
  }

  @Override
  public RequestOutcome screen(Submission submission, Asker asker) {
    List<Signal> signals = checks.ofRequest(submission);
    Verdict verdict = policy.judge(submission.kind(), Consent.NONE, signals);
    UUID decision = record.request(submission, asker, verdict, signals);
    if (verdict.decision().passes()) {
      return new RequestOutcome.Cleared(decision, verdict, signals, submission, asker);
    }
    return new RequestOutcome.Stopped(decision, verdict, signals);
  }

  @Override
  public ResultOutcome screenResult(
      RequestOutcome.Cleared cleared, List<byte[]> files, List<String> texts) {
    Checks.Result result = checks.ofResult(files, texts);
    List<Signal> signals = new ArrayList<>(cleared.signals());
    signals.addAll(result.signals());
    if (files.isEmpty()) {
      signals.add(new Signal.NotAssessed(Signal.Part.OUTPUT, "media", "no-picture"));
    }
    Verdict verdict = policy.judge(cleared.submission().kind(), Consent.NONE, signals);
    UUID decision = record.result(cleared, files, result.pictures(), verdict, signals);
    if (verdict.decision().passes() && result.pictures().size() == files.size()) {
      return new ResultOutcome.Released(decision, verdict, images(files, result.pictures()));
    }
    return new ResultOutcome.Stopped(decision, verdict);
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
