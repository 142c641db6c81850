package eu.gardefou.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A class of the benchmarks module in a process of its own: they are no part of the program, and
 * want a heap of their own.
 */
final class BenchmarkProcess {
  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  private final Path home;
  private final PrintWriter out;

  BenchmarkProcess(Path home, PrintWriter out) {
    this.home = home;
    this.out = out;
  }

  /** Runs it with all cores; hands back its exit code. */
  int run(List<String> options, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    return start(List.of(), options, mainClass, arguments);
  }

  /** Runs it, and all that it starts, on one core where the machine can. */
  int runOnOneCore(List<String> options, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> pin =
        Files.isExecutable(TASKSET) ? List.of(TASKSET.toString(), "-c", "0") : List.of();
    return start(pin, options, mainClass, arguments);
  }

  private int start(
      List<String> before, List<String> options, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "eu.gardefou.benchmarks." + mainClass));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      process.inputReader().lines().forEach(this::say);
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  private String classPath() throws IOException {
    Path built = home.resolve("benchmarks/target");
    Path libraries = built.resolve("classpath");
    if (!Files.isReadable(libraries)) {
      throw new Problem(
          "The benchmarks are not built; start this with the launcher, ./gardefou bench.");
    }
    return built.resolve("classes") + File.pathSeparator + Files.readString(libraries).strip();
  }
}
