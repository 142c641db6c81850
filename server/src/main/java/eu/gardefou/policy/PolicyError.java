package eu.gardefou.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy that is not accepted, with everything that is wrong with it. */
public final class PolicyError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an unmodifiable list of records, and nobody serialises it
  private final List<PolicyProblem> problems;

  PolicyError(String name, List<PolicyProblem> problems) {
    super(problems.stream().map(problem -> problem.in(name)).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one problem, in the order of the file. */
  public List<PolicyProblem> problems() {
    return problems;
  }
}
