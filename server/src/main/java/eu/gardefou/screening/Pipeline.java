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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signals to verdict to record to outcome: the only maker of what may pass. */
final class Pipeline implements Screening {
  /** Keys carry no tier: whoever pays more gets the same answer. */
  private static final String NO_TIERS = "";

  private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

  private final Checks checks;
  private final Policy policy;
  private final DecisionRecord record;
  private final Chains chains;
  private final @Nullable String country;

  /**
   * Creates a pipeline that links no request to another.
   *
   * @param country of the installation, for country overlays; null when it does not say
   */
  Pipeline(Checks checks, Policy policy, DecisionRecord record, @Nullable String country) {
    this(checks, policy, record, Chains.NONE, country);
  }

  /**
   * Creates the pipeline.
   *
   * @param country of the installation, for country overlays; null when it does not say
   */
  Pipeline(
      Checks checks,
      Policy policy,
      DecisionRecord record,
      Chains chains,
      @Nullable String country) {
    this.country = country;
    this.checks = checks;
    this.policy = policy;
    this.record = record;
    this.chains = chains;
  }

  @Override
  public RequestOutcome screen(Submission submission, Asker asker) {
    Chains.Link link = chains.link(submission, asker);
    List<Signal> signals = checks.ofRequest(submission, link::look);
    return together(
        Signal.Part.INPUT, link, signals, (how, all) -> requested(submission, asker, how, all));
  }

  private RequestOutcome requested(
      Submission submission, Asker asker, Chains.Link link, List<Signal> signals) {
    Verdict verdict = link.request(judge(submission.kind(), signals, asker));
    UUID decision = record.request(submission, asker, verdict, signals);
    link.requested(decision, verdict, signals);
    if (verdict.decision().passes()) {
      return new RequestOutcome.Cleared(decision, verdict, signals, submission, asker, link);
    }
    return new RequestOutcome.Stopped(decision, verdict, signals);
  }

  /** Judges with what is known, or, when it cannot be read or remembered, as not assessed. */
  private <T> T together(
      Signal.Part part,
      Chains.Link link,
      List<Signal> signals,
      BiFunction<Chains.Link, List<Signal>, T> work) {
    try {
      return chains.together(() -> work.apply(link, signals));
    } catch (Chains.ChainFailure failure) {
      log.warn("what went before cannot be read or written", failure);
      List<Signal> all = new ArrayList<>(signals);
      all.removeIf(signal ->
          signal instanceof Signal.Checked checked && checked.check().equals(Checks.LINEAGE));
      all.add(new Signal.NotAssessed(part, Checks.LINEAGE, "failed"));
      all.add(new Signal.Checked(part, 0, Checks.LINEAGE, false, "failed"));
      return work.apply(Chains.Link.NONE, all);
    }
  }

  @Override
  public ResultOutcome screenResult(
      RequestOutcome.Cleared cleared, List<byte[]> files, List<String> texts) {
    try (var belongings = new Belongings()) {
      List<Picture> inputs = cleared.submission().inputs();
      Checks.Result result = checks.ofResult(inputs, files, texts, belongings);
      List<Signal> found = new ArrayList<>(result.signals());
      if (files.isEmpty()) {
        found.add(new Signal.NotAssessed(Signal.Part.OUTPUT, "media", "no-picture"));
      }
      return together(
          Signal.Part.OUTPUT,
          cleared.link(),
          found,
          (link, all) -> judged(cleared, files, result.pictures(), link, all));
    }
  }

  private ResultOutcome judged(
      RequestOutcome.Cleared cleared,
      List<byte[]> files,
      List<Picture> pictures,
      Chains.Link link,
      List<Signal> found) {
    List<Signal> before = new ArrayList<>(cleared.signals());
    before.addAll(found);
    List<Signal> signals = link.meanwhile(before);
    Verdict verdict = link.result(judge(cleared.submission().kind(), signals, cleared.asker()));
    UUID decision = record.result(cleared, files, pictures, verdict, signals);
    if (verdict.decision().passes() && pictures.size() == files.size()) {
      link.released(decision, pictures, signals);
      return new ResultOutcome.Released(decision, verdict, found, images(files, pictures));
    }
    link.stopped(decision, verdict);
    return new ResultOutcome.Stopped(decision, verdict, found);
  }

  @Override
  public ResultOutcome.Stopped stop(RequestOutcome.Cleared cleared, List<Reason> grounds) {
    Verdict verdict = cleared.verdict().and(grounds);
    if (verdict.decision().passes()) {
      throw new IllegalArgumentException("these grounds stop nothing: " + grounds);
    }
    return together(
        Signal.Part.INPUT,
        cleared.link(),
        cleared.signals(),
        (link, signals) -> {
          UUID decision = record.result(cleared, List.of(), List.of(), verdict, signals);
          link.stopped(decision, verdict);
          return new ResultOutcome.Stopped(decision, verdict, List.of());
        });
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
