package eu.gardefou.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Fills a bank, starts a gate on it, and asks: hashes, pictures, and hashes after a restart. */
final class HmaBench {
  private static final int PICTURES_AT_ONCE = 8;

  private final Path home;
  private final PrintWriter out;
  private final int seconds;
  private final int connections;

  HmaBench(Path home, PrintWriter out, int seconds, int connections) {
    this.home = home;
    this.out = out;
    this.seconds = seconds;
    this.connections = connections;
  }

  /** 0 when every answer was right. */
  int run(int hashes) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("gardefou-bench");
    try (InstantUpstream upstream = InstantUpstream.start()) {
      new MadeUpBank(hashes).fill(data, out);
      int cores = Runtime.getRuntime().availableProcessors();
      boolean right = true;
      try (GateProcess gate = GateProcess.start(home, upstream.address(), cores, data)) {
        Duration first = firstAnswer(gate, hashes);
        heading();
        right &= hashes(gate, hashes);
        right &= pictures(gate);
        say("reading the bank from the database, first start", first);
      }
      long before = System.nanoTime();
      try (GateProcess gate = GateProcess.start(home, upstream.address(), cores, data)) {
        firstAnswer(gate, hashes);
        say("second start to the first right answer", Duration.ofNanos(System.nanoTime() - before));
      }
      return right ? 0 : 1;
    } finally {
      GateProcess.delete(data);
    }
  }

  /** The first look-up waits until the bank is read. */
  private Duration firstAnswer(GateProcess gate, int hashes) throws IOException {
    long before = System.nanoTime();
    HashLoad load = new HashLoad(gate.address(), gate.key(), hashes);
    while (load.measure(1, 1).nanos().isEmpty()) {
      if (!load.wrong().isEmpty()) {
        throw new Problem("The gate to measure gave a wrong answer:\n" + load.wrong());
      }
    }
    return Duration.ofNanos(System.nanoTime() - before);
  }

  private void heading() {
    out.printf(
        Locale.ROOT,
        "%-46s %11s %9s %9s %9s %9s %7s%n",
        "load",
        "connections",
        "per s",
        "p50 ms",
        "p99 ms",
        "max ms",
        "errors");
  }

  private boolean hashes(GateProcess gate, int hashes) throws IOException {
    HashLoad load = new HashLoad(gate.address(), gate.key(), hashes);
    load.measure(connections, Math.max(5, seconds / 2));
    boolean right = true;
    for (int concurrency : new int[] {1, connections}) {
      LoadRun.Figures figures = load.measure(concurrency, seconds);
      print("GET /m/lookup, " + hashes + " hashes, half of them found", concurrency, figures);
      right &= figures.errors() == 0;
    }
    aim("10,000 a second over 64 connections with 10m hashes, p99 under 20 ms");
    if (!load.wrong().isEmpty()) {
      out.println("The first wrong answer:\n" + load.wrong());
    }
    return right;
  }

  private boolean pictures(GateProcess gate) throws IOException, InterruptedException {
    GateLoad photo = GateLoad.photo();
    LoadRun run = new LoadRun(gate.address(), gate.key(), photo, PICTURES_AT_ONCE);
    run.measure(Math.max(5, seconds / 2));
    LoadRun.Figures figures = run.measure(seconds);
    print(photo.name(), PICTURES_AT_ONCE, figures);
    aim("150 a second");
    return figures.errors() == 0;
  }

  private void print(String load, int concurrency, LoadRun.Figures figures) {
    out.printf(
        Locale.ROOT,
        "%-46s %11d %9.0f %9.2f %9.2f %9.2f %7d%n",
        load,
        concurrency,
        figures.perSecond(),
        figures.percentile(0.50),
        figures.percentile(0.99),
        figures.percentile(1),
        figures.errors());
    out.flush();
  }

  private void aim(String aim) {
    out.println("  the aim, on 2 cores: " + aim);
  }

  private void say(String what, Duration time) {
    out.printf(Locale.ROOT, "%s: %.1f s%n", what, time.toMillis() / 1e3);
    out.flush();
  }
}
