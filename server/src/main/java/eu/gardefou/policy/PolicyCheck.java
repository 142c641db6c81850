package eu.gardefou.policy;

import java.util.List;

/**
 * What became of the check of a policy file.
 *
 * @param name the policy's own name
 * @param version SHA-256 of the policy's content, 64 hexadecimal digits
 * @param rules how many rules it has, those of overlays included
 * @param examples how many examples it has
 * @param problems what is wrong, in the order of the file; none when the policy is good
 */
public record PolicyCheck(
    String name, String version, int rules, int examples, List<PolicyProblem> problems) {
  /** Keeps its own copy. */
  public PolicyCheck {
    problems = List.copyOf(problems);
  }
}
