package eu.gardefou.reading;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tesseract in a process of its own for each use: should a picture make it crash, hang or grow, the
 * process ends and this one does not. It gets plain grey strips that we made, never a file of
 * anybody's, and the system limits what it may take: processor time, address space, and no byte
 * written to any file.
 *
 * @param program its file
 * @param libraries the folder of its libraries; null when it finds them by itself
 * @param data the folder of its models
 * @param memory bytes of address space
 */
record Tesseract(Path program, @Nullable Path libraries, Path data, long memory) {
  private static final String LIMITED =
      """
      ulimit -c 0; ulimit -f 0; ulimit -n 64
      (ulimit -t "$1") 2>/dev/null && ulimit -t "$1"
      (ulimit -v "$2") 2>/dev/null && ulimit -v "$2"
      [ -z "$3" ] || export LD_LIBRARY_PATH="$3" DYLD_LIBRARY_PATH="$3"
      shift 3
      exec "$@"
      """;

  private static final String ONE_LINE = "7";
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int MOST_OUTPUT = 16 << 20;

  /**
   * Reads strips with one model.
   *
   * @return one line for each strip
   * @throws IOException when it could not, or not everything
   * @throws Deadline.Passed when the time was over before
   */
  List<Line> read(List<Strip> strips, String model, Deadline deadline) throws IOException {
    deadline.check();
    Process process = start(model, deadline);
    try {
      Thread writer = Thread.ofVirtual().name("reading").start(() -> write(strips, process));
      Thread killer = Thread.ofVirtual().name("reading").start(() -> endInTime(process, deadline));
      String table = table(process);
      int exit = process.waitFor();
      writer.join();
      killer.join();
      deadline.check();
      List<Line> lines = Line.ofTable(table, strips.size());
      if (exit != 0 || pages(table) != strips.size()) {
        throw new IOException("Tesseract ended with " + exit + " after " + pages(table));
      }
      return lines;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Deadline.Passed();
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(String model, Deadline deadline) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "sh"));
    command.add(Long.toString(TimeUnit.NANOSECONDS.toSeconds(deadline.nanosLeft()) + 1));
    command.add(Long.toString(memory / 1_024));
    command.add(libraries == null ? "" : libraries.toString());
    command.addAll(
        List.of(program.toString(), "-", "-", "--tessdata-dir", data.toString(), "-l", model));
    command.addAll(List.of("--psm", ONE_LINE, "-c", "tessedit_create_tsv=1"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(new File("/"))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    return builder.start();
  }

  private static void write(List<Strip> strips, Process process) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(Pages.of(strips));
    } catch (IOException ended) {
      // It ended before it had read everything; its exit code says so.
    }
  }

  private static void endInTime(Process process, Deadline deadline) {
    try {
      while (!process.waitFor(Math.min(TICK, deadline.nanosLeft()), TimeUnit.NANOSECONDS)) {
        if (deadline.nanosLeft() == 0) {
          process.destroyForcibly();
          return;
        }
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
    }
  }

  private static String table(Process process) throws IOException {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    try (InputStream out = process.getInputStream()) {
      table.writeBytes(out.readNBytes(MOST_OUTPUT));
    }
    return table.toString(StandardCharsets.UTF_8);
  }

  /** Each page that was looked at has a row of its own, whatever was read there. */
  private static long pages(String table) {
    return table.lines().filter(line -> line.startsWith("1\t")).count();
  }
}
