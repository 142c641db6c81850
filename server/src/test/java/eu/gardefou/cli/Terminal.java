package eu.gardefou.cli;

import eu.gardefou.WholeGate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;

/** The command line through its front door, with what it says caught. */
final class Terminal {
  private final Map<String, Object> settings = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  Terminal() {
    with("gardefou.models", WholeGate.models().toString());
  }

  /** Makes a setting, as the operator does by a variable. */
  Terminal with(String name, String value) {
    settings.put(name, value);
    return this;
  }

  Terminal with(Map<String, String> more) {
    settings.putAll(more);
    return this;
  }

  CommandLine commandLine() {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("terminal", settings));
    return Gardefou.commandLine(new Installation(environment))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }

  /** Runs a command and hands back its exit code. What was said before is forgotten. */
  int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return commandLine().execute(arguments);
  }

  String out() {
    return out.toString();
  }

  List<String> lines() {
    return out.toString().lines().toList();
  }

  String err() {
    return err.toString();
  }
}
