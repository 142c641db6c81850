package eu.gardefou.video;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program in a process of its own that has nothing and may do little: no environment but where
 * its libraries are, no file but the one that it gets as standard input, and limits that the system
 * enforces.
 *
 * <p>The limits are set by {@code ulimit} in the shell that then becomes the program: processor
 * time, address space, open files, and no byte written to any file, core dumps included. Address
 * space cannot be limited on macOS; there only FFmpeg's own limits on pixels and single allocations
 * hold. A limit that is refused because a stricter one is in force already leaves that one.
 *
 * <p>Closing kills the program with all that it started; the end of this JVM closes. Should this
 * JVM be killed outright, the program ends at its next write, or when its processor time is over.
 */
final class Child implements AutoCloseable {
  private static final String LIMITED =
      """
      ulimit -c 0; ulimit -f 0; ulimit -n 64
      (ulimit -t "$1") 2>/dev/null && ulimit -t "$1"
      (ulimit -v "$2") 2>/dev/null && ulimit -v "$2"
      [ -z "$3" ] || export LD_LIBRARY_PATH="$3" DYLD_LIBRARY_PATH="$3"
      shift 3
      exec "$@"
      """;

  private static final int WORDS_A_FRAME = 64;

  private static final Set<Child> RUNNING = ConcurrentHashMap.newKeySet();

  private static volatile boolean ending;

  static {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Child::closeAll));
  }

  private static void closeAll() {
    ending = true;
    RUNNING.forEach(Child::close);
  }

  private final Process process;
  private final Words words;

  private Child(Process process, VideoLimits limits) {
    this.process = process;
    this.words = new Words(process.getErrorStream(), WORDS_A_FRAME * (limits.frames() + 1L));
  }

  /** Starts a program with a file to read from. */
  static Child start(Program program, List<String> arguments, Path input, VideoLimits limits)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", LIMITED, "sh"));
    // A part of a second counts as one: nobody is ended before the clock says so.
    command.add(Long.toString(limits.time().toSeconds() + 1));
    command.add(Long.toString(limits.memory() / 1_024));
    command.add(program.libraries() == null ? "" : program.libraries().toString());
    command.add(program.path().toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(new File("/")).redirectInput(input.toFile());
    builder.environment().clear();
    // Many arenas would take address space for nothing.
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    Child child = new Child(builder.start(), limits);
    RUNNING.add(child);
    if (ending) {
      child.close();
    }
    return child;
  }

  /** What it writes. */
  InputStream out() {
    return process.getInputStream();
  }

  /** Its exit code, once it has ended. */
  int exit() throws InterruptedException {
    return process.waitFor();
  }

  /** The beginning of what it says beside, once it has ended. */
  String words() throws InterruptedException {
    return words.text();
  }

  /** Kills it with all that it started. A second time does nothing. */
  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    RUNNING.remove(this);
  }
}
