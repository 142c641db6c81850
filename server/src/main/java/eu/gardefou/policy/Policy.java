package eu.gardefou.policy;

import java.util.List;

/** A loaded policy: a pure function of signals and consent. Immutable and safe for many threads. */
public interface Policy {
  /** SHA-256 of the policy's content, 64 hexadecimal digits. */
  String version();

  /**
   * Judges content by the floor alone, which is the same everywhere: every rule is asked, all
   * reasons are collected, the strictest counts. A rule that cannot be evaluated refuses, with the
   * reason {@code policy-error}.
   */
  Verdict judge(Kind kind, Consent consent, List<Signal> signals);

  /**
   * Judges content as {@link #judge(Kind, Consent, List)} does and joins the overlays that the
   * context calls for. Never laxer than without a context.
   */
  default Verdict judge(Kind kind, Consent consent, List<Signal> signals, Context context) {
    return judge(kind, consent, signals);
  }
}
