package eu.gardefou.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator why a policy stopped the start, in place of a stack trace. */
class PolicyFailureAnalyzer extends AbstractFailureAnalyzer<PolicyError> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PolicyError cause) {
    return new FailureAnalysis(
        "The policy is not accepted:\n" + cause.getMessage(),
        "Correct it, and try it with './gardefou policy check FILE'.",
        cause);
  }
}
