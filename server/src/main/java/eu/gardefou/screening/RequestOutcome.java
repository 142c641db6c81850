package eu.gardefou.screening;

import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.List;
import java.util.UUID;

/** What became of a request. */
public sealed interface RequestOutcome {
  /** The decision's identifier. */
  UUID decision();

  /** The decision with all reasons. */
  Verdict verdict();

  /** What the checks found. */
  List<Signal> signals();

  /** It may go to an upstream. Only screening makes one. */
  final class Cleared implements RequestOutcome {
    private final UUID decision;
    private final Verdict verdict;
    private final List<Signal> signals;
    private final Submission submission;
    private final Asker asker;
    private final Chains.Link link;

    Cleared(
        UUID decision, Verdict verdict, List<Signal> signals, Submission submission, Asker asker) {
      this(decision, verdict, signals, submission, asker, Chains.Link.NONE);
    }

    Cleared(
        UUID decision,
        Verdict verdict,
        List<Signal> signals,
        Submission submission,
        Asker asker,
        Chains.Link link) {
      this.link = link;
      this.decision = decision;
      this.verdict = verdict;
      this.signals = List.copyOf(signals);
      this.submission = submission;
      this.asker = asker;
    }

    @Override
    public UUID decision() {
      return decision;
    }

    @Override
    public Verdict verdict() {
      return verdict;
    }

    @Override
    public List<Signal> signals() {
      return signals;
    }

    /** What was screened, and so the only thing that may be sent on. */
    public Submission submission() {
      return submission;
    }

    Asker asker() {
      return asker;
    }

    Chains.Link link() {
      return link;
    }
  }

  /** It was refused, or is held until a person decides: see the verdict's decision. */
  record Stopped(UUID decision, Verdict verdict, List<Signal> signals) implements RequestOutcome {
    /** Keeps its own copy. */
    public Stopped {
      signals = List.copyOf(signals);
    }
  }
}
