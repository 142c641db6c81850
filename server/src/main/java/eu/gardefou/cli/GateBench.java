package eu.gardefou.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One gate process for each number of cores, each load at each concurrency, one line each. */
final class GateBench {
  private final Path home;
  private final PrintWriter out;
  private final int seconds;

  GateBench(Path home, PrintWriter out, int seconds) {
    this.home = home;
    this.out = out;
    this.seconds = seconds;
  }

  int run(List<Integer> cores, List<Integer> concurrencies)
      throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT,
        "%-34s %5s %12s %9s %9s %9s %7s%n",
        "load",
        "cores",
        "concurrency",
        "p50 ms",
        "p95 ms",
        "per s",
        "errors");
    out.flush();
    boolean clean = true;
    for (int count : cores) {
      try (InstantUpstream upstream = InstantUpstream.start();
          GateProcess gate = GateProcess.start(home, upstream.address(), count)) {
        for (GateLoad load : GateLoad.all()) {
          clean &= measure(load, gate, count, concurrencies);
        }
      }
    }
    return clean ? 0 : 1;
  }

  private boolean measure(GateLoad load, GateProcess gate, int cores, List<Integer> concurrencies)
      throws InterruptedException {
    boolean clean = true;
    for (int concurrency : concurrencies) {
      LoadRun run = new LoadRun(gate.address(), gate.key(), load, concurrency);
      run.measure(Math.max(3, seconds / 2));
      LoadRun.Figures figures = run.measure(seconds);
      clean &= figures.errors() == 0;
      out.printf(
          Locale.ROOT,
          "%-34s %5d %12d %9.1f %9.1f %9.1f %7d%n",
          load.name(),
          cores,
          concurrency,
          figures.percentile(0.50),
          figures.percentile(0.95),
          figures.perSecond(),
          figures.errors());
      out.flush();
    }
    return clean;
  }
}
