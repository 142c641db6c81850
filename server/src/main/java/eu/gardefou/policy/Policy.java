package eu.gardefou.policy;

import java.util.List;

/** A loaded policy: a pure function of signals and consent. Immutable and safe for many threads. */
public interface Policy {
  /** SHA-256 of the policy's content, 64 hexadecimal digits. */
  String version();

  /** Judges content: every rule is asked, all reasons are collected, the strictest counts. */
  Verdict judge(Kind kind, Consent consent, List<Signal> signals);
}
