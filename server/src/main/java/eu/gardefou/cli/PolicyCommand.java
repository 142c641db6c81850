package eu.gardefou.cli;

import eu.gardefou.policy.Policies;
import eu.gardefou.policy.PolicyCheck;
import eu.gardefou.policy.PolicyError;
import eu.gardefou.policy.PolicyProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a policy file, shows the built-in policy, or tries another one on past decisions. */
@Command(
    name = "policy",
    description = "Checks a policy file, shows the built-in one, or tries one on past decisions.",
    mixinStandardHelpOptions = true,
    subcommands = {PolicyReplay.class, PolicyShadow.class})
final class PolicyCommand implements Callable<Integer> {
  private static final int USAGE = 2;

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls a command
  @Spec
  private CommandSpec spec;

  /** Only the subcommands do something. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return USAGE;
  }

  @Command(
      description = "Loads a policy file, runs its examples, and prints every problem.",
      mixinStandardHelpOptions = true)
  int check(@Parameters(paramLabel = "FILE", description = "The policy in YAML.") Path file) {
    try {
      PolicyCheck check = Policies.check(file);
      return check.problems().isEmpty() ? good(check) : bad(file, check.problems());
    } catch (PolicyError e) {
      return bad(file, e.problems());
    }
  }

  @Command(description = "Prints the built-in policy.", mixinStandardHelpOptions = true)
  int show() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Policies.builtInText());
    out.flush();
    return 0;
  }

  private int good(PolicyCheck check) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "ok "
            + check.name()
            + " "
            + check.version()
            + " "
            + check.rules()
            + " rules, "
            + check.examples()
            + " examples");
    out.flush();
    return 0;
  }

  private int bad(Path file, List<PolicyProblem> problems) {
    PrintWriter out = spec.commandLine().getOut();
    problems.forEach(problem -> out.println(problem.in(file.toString())));
    out.flush();
    return 1;
  }
}
