package eu.gardefou.cli;

import eu.gardefou.WholeGate;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The program as a process of its own; what it says, on both streams, is kept. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader reader;
  private final List<String> said = new ArrayList<>();

  private Child(Process process) {
    this.process = process;
    this.reader = process.inputReader();
  }

  static Child start(Path data, String... arguments) throws IOException {
    return start(builder(data, arguments));
  }

  /** With one more variable. */
  static Child startWith(String variable, String value, Path data, String... arguments)
      throws IOException {
    ProcessBuilder builder = builder(data, arguments);
    builder.environment().put(variable, value);
    return start(builder);
  }

  private static Child start(ProcessBuilder builder) throws IOException {
    return new Child(builder.redirectErrorStream(true).start());
  }

  private static ProcessBuilder builder(Path data, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", classPath(), Gardefou.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("GARDEFOU_"));
    builder.environment().put("GARDEFOU_DATA", data.toString());
    builder.environment().put("GARDEFOU_MODELS", WholeGate.models().toString());
    return builder;
  }

  /** The program's own, without the tests'. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Reads on until it says this; fails when it ends before. */
  void awaitLine(String wanted) throws IOException {
    String line;
    while ((line = reader.readLine()) != null) {
      said.add(line);
      if (line.equals(wanted)) {
        return;
      }
    }
    throw new AssertionError("it ended without saying '" + wanted + "', but:\n" + said());
  }

  /** Asks it to stop, as the system does. */
  void stop() {
    // The process's own method would also stop listening to its last words.
    process.toHandle().destroy();
  }

  /** Waits for its end. */
  int exit() throws IOException, InterruptedException {
    reader.lines().forEach(said::add);
    return process.waitFor();
  }

  /** All lines so far. */
  String said() {
    return String.join("\n", said);
  }

  /** Leaves nothing behind, whatever failed before. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
