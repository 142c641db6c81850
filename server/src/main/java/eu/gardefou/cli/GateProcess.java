package eu.gardefou.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A gate in a process of its own. */
final class GateProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Address\\s+(http://\\S+)");
  private static final Pattern KEY = Pattern.compile("Demo key\\s+(gf_\\S+)");

  private final Process process;
  private final @Nullable Path data;
  private final URI address;
  private final String key;

  private GateProcess(Process process, @Nullable Path data, URI address, String key) {
    this.process = process;
    this.data = data;
    this.address = address;
    this.key = key;
  }

  /** Starts one on an empty folder that goes when it stops. */
  static GateProcess start(Path home, URI upstream, int cores) throws IOException {
    Path data = Files.createTempDirectory("gardefou-bench");
    return start(home, upstream, cores, data, data);
  }

  /** Starts one on a folder that stays. */
  static GateProcess start(Path home, URI upstream, int cores, Path data) throws IOException {
    return start(home, upstream, cores, data, null);
  }

  private static GateProcess start(
      Path home, URI upstream, int cores, Path data, @Nullable Path temporary) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("gardefou").toString(), "run", "--demo-key");
    // Nothing of the operator's own: an empty database, the built-in policy, no upstream but ours.
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("GARDEFOU_") && !name.equals("GARDEFOU_MODELS"));
    builder.environment().put("GARDEFOU_DATA", data.toString());
    builder.environment().put("GARDEFOU_PORT", "0");
    builder.environment().put("GARDEFOU_UPSTREAM_URL", upstream.toString());
    builder.environment().put("GARDEFOU_UPSTREAM_KEY", "bench");
    builder
        .environment()
        .put(
            "GARDEFOU_JAVA_OPTIONS",
            String.format(Locale.ROOT, "-XX:ActiveProcessorCount=%d", cores));
    pin(builder, cores);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    return waitUntilReady(process, temporary);
  }

  /** Where the gate listens. */
  URI address() {
    return address;
  }

  /** A key for it, with every scope that the loads need. */
  String key() {
    return key;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    delete(data);
  }

  /** Pins the gate to its cores where the machine can; else only its own pools are sized. */
  private static void pin(ProcessBuilder builder, int cores) {
    if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      builder.command().addAll(0, java.util.List.of("/usr/bin/taskset", "-c", "0-" + (cores - 1)));
    }
  }

  private static GateProcess waitUntilReady(Process process, @Nullable Path data)
      throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader reader = process.inputReader();
    String line;
    while ((line = reader.readLine()) != null) {
      said.append(line).append('\n');
      String address = first(ADDRESS, said);
      String key = first(KEY, said);
      if (address != null && key != null) {
        Thread.ofVirtual().start(() -> drain(reader));
        return new GateProcess(process, data, URI.create(address), key);
      }
    }
    delete(data);
    throw new Problem("The gate to measure did not start. It said:\n" + said);
  }

  private static void drain(BufferedReader reader) {
    try {
      reader.transferTo(java.io.Writer.nullWriter());
    } catch (IOException closed) {
      return;
    }
  }

  private static @Nullable String first(Pattern pattern, CharSequence text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  /** Deletes a folder, when there is one. */
  static void delete(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(GateProcess::deleteOne);
    } catch (IOException | UncheckedIOException gone) {
      return;
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException inUse) {
      throw new UncheckedIOException(inUse);
    }
  }
}
