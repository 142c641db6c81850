package eu.gardefou.policy;

import java.util.List;

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

  /** The rules that fired, in policy order. */
  public List<String> rules() {
    return reasons.stream().map(Reason::rule).toList();
  }
}
