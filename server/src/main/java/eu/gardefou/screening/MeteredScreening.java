package eu.gardefou.screening;

import eu.gardefou.policy.Reason;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** Counts decisions and times them, so that "not assessed" is loud. */
final class MeteredScreening implements Screening {
  private final Screening screening;
  private final MeterRegistry meters;

  MeteredScreening(Screening screening, MeterRegistry meters) {
    this.screening = screening;
    this.meters = meters;
  }

  @Override
  public RequestOutcome screen(Submission submission, Asker asker) {
    Timer.Sample start = Timer.start(meters);
    try {
      RequestOutcome outcome = screening.screen(submission, asker);
      count("request", outcome.verdict());
      countMissing(outcome.signals());
      return outcome;
    } finally {
      start.stop(meters.timer("gardefou.screening", "stage", "request"));
    }
  }

  @Override
  public ResultOutcome screenResult(
      RequestOutcome.Cleared cleared, List<byte[]> pictures, List<String> texts) {
    Timer.Sample start = Timer.start(meters);
    try {
      ResultOutcome outcome = screening.screenResult(cleared, pictures, texts);
      count("result", outcome.verdict());
      countMissing(outcome.signals());
      return outcome;
    } finally {
      start.stop(meters.timer("gardefou.screening", "stage", "result"));
    }
  }

  @Override
  public ResultOutcome.Stopped stop(RequestOutcome.Cleared cleared, List<Reason> grounds) {
    ResultOutcome.Stopped stopped = screening.stop(cleared, grounds);
    count("result", stopped.verdict());
    return stopped;
  }

  private void count(String stage, Verdict verdict) {
    meters
        .counter("gardefou.decisions", "stage", stage, "decision", verdict.decision().word())
        .increment();
  }

  private void countMissing(List<Signal> signals) {
    for (Signal signal : signals) {
      if (signal instanceof Signal.NotAssessed missing) {
        meters
            .counter("gardefou.not.assessed", "check", missing.check(), "why", missing.why())
            .increment();
      }
    }
  }
}
