package eu.gardefou.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What a figure was measured on. */
final class Machine {
  private static final long MEGABYTE = 1L << 20;

  private Machine() {}

  /** Processor, cores, Java and how busy the machine is, in one line. */
  static String line() {
    return String.format(
        Locale.ROOT,
        "%s, %d of its cores, JDK %s, load %.1f",
        field("/proc/cpuinfo", "model name", System.getProperty("os.arch", "")),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Memory that could be had, in megabytes; as much as one likes where nothing tells. */
  static long freeMegabytes() {
    return kilobytes("/proc/meminfo", "MemAvailable", Long.MAX_VALUE) / 1_024;
  }

  /** Memory that this process has now, in megabytes; 0 where nothing tells. */
  static long residentMegabytes() {
    return kilobytes("/proc/self/status", "VmRSS", 0) / 1_024;
  }

  /** The most memory that this process ever had, in megabytes; 0 where nothing tells. */
  static long peakMegabytes() {
    return kilobytes("/proc/self/status", "VmHWM", 0) / 1_024;
  }

  /** Bytes of heap in use after a collection. */
  static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The most heap that this process may have, in megabytes. */
  static long heapMegabytes() {
    return Runtime.getRuntime().maxMemory() / MEGABYTE;
  }

  private static long kilobytes(String file, String name, long otherwise) {
    String digits = field(file, name, "").replaceAll("\\D", "");
    return digits.isEmpty() ? otherwise : Long.parseLong(digits);
  }

  private static String field(String file, String name, String otherwise) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(otherwise);
    } catch (IOException notLinux) {
      return otherwise;
    }
  }
}
