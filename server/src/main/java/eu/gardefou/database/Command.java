package eu.gardefou.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a small program of the system to its end. */
final class Command {
  private Command() {}

  /**
   * What a program left behind.
   *
   * @param exit its exit code, 127 when there is no such program
   * @param words all it said
   */
  record Outcome(int exit, String words) {
    boolean worked() {
      return exit == 0;
    }
  }

  static Outcome run(List<String> prefix, String... rest) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(rest));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // PGDATA, PGPORT and the like, meant for somebody else's PostgreSQL, would change ours.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    try {
      return finish(builder.start());
    } catch (IOException e) {
      return new Outcome(127, String.valueOf(e.getMessage()));
    }
  }

  /** Waits even when interrupted: a half-run start or stop of a database helps nobody. */
  private static Outcome finish(Process process) throws IOException {
    boolean interrupted = false;
    try {
      process.getOutputStream().close();
      String words =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      while (true) {
        try {
          return new Outcome(process.waitFor(), words);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
