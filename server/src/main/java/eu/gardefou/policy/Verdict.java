package eu.gardefou.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * A decision with all its reasons.
 *
 * @param decision the join of the reasons' decisions; {@link Decision#ALLOW} when there are none
 * @param reasons every rule that fired, in policy order
 * @param policyVersion SHA-256 of the policy's content, 64 hexadecimal digits
 */
public record Verdict(Decision decision, List<Reason> reasons, String policyVersion) {
  /** Refuses a decision that its reasons do not carry. */
  public Verdict {
    reasons = List.copyOf(reasons);
    Decision joined = reasons.stream().map(Reason::decision).reduce(Decision.ALLOW, Decision::join);
    if (joined != decision) {
      throw new IllegalArgumentException("the reasons say " + joined + ", not " + decision);
    }
  }

  /** This verdict with further reasons, and so at least as strict. */
  public Verdict and(List<Reason> further) {
    List<Reason> all = Stream.concat(reasons.stream(), further.stream()).distinct().toList();
    Decision joined = further.stream().map(Reason::decision).reduce(decision, Decision::join);
    return new Verdict(joined, all, policyVersion);
  }

  /** The rules that fired, in policy order. */
  public List<String> rules() {
    return reasons.stream().map(Reason::rule).distinct().toList();
  }
}
