package eu.gardefou.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server process that a cluster's {@code postmaster.pid} names. After a kill the file may name
 * a server that still runs, one that is gone, or, after a restart of the machine, somebody else's
 * process: that one is never signalled.
 */
record Postmaster(Path cluster) {
  private Path file() {
    return cluster.resolve("postmaster.pid");
  }

  /** The running server of this very cluster. */
  Optional<ProcessHandle> running() throws IOException {
    return named().filter(ProcessHandle::isAlive).filter(this::ours);
  }

  /** Whether the file names a living process that is not our server. */
  boolean namesAStranger() throws IOException {
    return named().filter(ProcessHandle::isAlive).filter(process -> !ours(process)).isPresent();
  }

  /** Takes the file away: PostgreSQL itself would not start while a stranger has the number. */
  void forget() throws IOException {
    Files.deleteIfExists(file());
  }

  /** Ends the server without ceremony; it recovers from its log at the next start. */
  static void kill(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | CompletionException e) {
      throw new DatabaseProblem(
          "The PostgreSQL of an earlier start, process " + process.pid() + ", does not end.", e);
    }
  }

  private Optional<ProcessHandle> named() throws IOException {
    try {
      String first = Files.readString(file()).lines().findFirst().orElse("").strip();
      return first.matches("[0-9]{1,18}")
          ? ProcessHandle.of(Long.parseLong(first))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private boolean ours(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    String folder = cluster.toString();
    return info.arguments().map(words -> Arrays.asList(words).contains(folder)).orElse(false)
        || info.commandLine().map(line -> line.contains("-D " + folder)).orElse(false);
  }
}
