package eu.gardefou.cli;

import java.util.concurrent.Callable;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What one word on the command line does: says what came of it on standard output. */
abstract class Verb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  Verb() {}

  final void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  final void warn(String line) {
    spec.commandLine().getErr().println(line);
  }

  final Environment environment() {
    return Installation.of(spec).environment();
  }
}
