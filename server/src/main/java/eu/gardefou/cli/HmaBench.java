package eu.gardefou.cli;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
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

  /**
   * What is to be reached.
   *
   * @param perSecond at least
   * @param p99 at most, in milliseconds
   */
  private record Aim(double perSecond, double p99) {
    static final Aim NONE = new Aim(0, Double.POSITIVE_INFINITY);

    String verdict(LoadRun.Figures figures) {
      boolean isReached = figures.perSecond() >= perSecond && figures.percentile(0.99) <= p99;
      return equals(NONE) ? "-" : isReached ? "yes" : "NO";
    }

    @Override
    public String toString() {
      return equals(NONE)
          ? "-"
          : String.format(Locale.ROOT, "≥ %,.0f", perSecond)
              + (p99 < Double.POSITIVE_INFINITY
                  ? String.format(Locale.ROOT, " with p99 ≤ %.0f ms", p99)
                  : "");
    }
  }

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
      new MadeUpBank(hashes, photo()).fill(data, out);
      int cores = Runtime.getRuntime().availableProcessors();
      boolean right = true;
      try (GateProcess gate = GateProcess.start(home, upstream.address(), cores, data)) {
        Duration first = firstAnswer(gate, hashes);
        heading();
        right &= hashes(gate, hashes);
        right &= pictures(gate, hashes);
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

  private static PdqHash photo() {
    try (Picture picture = new Media(MediaLimits.DEFAULT).decode(GateLoad.photo())) {
      Raster raster = picture.stored();
      return PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height()).hash();
    }
  }

  private void heading() {
    out.printf(
        Locale.ROOT,
        "%-46s %11s %9s %9s %9s %9s %7s %28s %7s%n",
        "load",
        "connections",
        "per s",
        "p50 ms",
        "p99 ms",
        "max ms",
        "errors",
        "aim (on 2 cores)",
        "reached");
  }

  private boolean hashes(GateProcess gate, int hashes) throws IOException {
    HashLoad load = new HashLoad(gate.address(), gate.key(), hashes);
    load.measure(connections, Math.max(5, seconds / 2));
    boolean right = true;
    for (int concurrency : new int[] {1, connections}) {
      LoadRun.Figures figures = load.measure(concurrency, seconds);
      boolean isAimedAt = concurrency >= 64 && hashes >= 10_000_000;
      Aim aim = isAimedAt ? new Aim(10_000, 20) : Aim.NONE;
      print("GET /m/lookup, " + hashes + " hashes, half of them found", concurrency, figures, aim);
      right &= figures.errors() == 0;
    }
    complain(load.wrong());
    return right;
  }

  private boolean pictures(GateProcess gate, int hashes) throws InterruptedException {
    GateLoad photo = GateLoad.photo("{\"pdq\":" + MadeUpBank.found(hashes + 1, 0) + "}");
    LoadRun run = new LoadRun(gate.address(), gate.key(), photo, PICTURES_AT_ONCE);
    run.measure(Math.max(5, seconds / 2));
    LoadRun.Figures figures = run.measure(seconds);
    print(photo.name(), PICTURES_AT_ONCE, figures, new Aim(150, Double.POSITIVE_INFINITY));
    complain(run.wrong());
    return figures.errors() == 0;
  }

  private void complain(String wrong) {
    if (!wrong.isEmpty()) {
      out.println("The first wrong answer:\n" + wrong);
    }
  }

  private void print(String load, int concurrency, LoadRun.Figures figures, Aim aim) {
    out.printf(
        Locale.ROOT,
        "%-46s %11d %9.0f %9.2f %9.2f %9.2f %7d %28s %7s%n",
        load,
        concurrency,
        figures.perSecond(),
        figures.percentile(0.50),
        figures.percentile(0.99),
        figures.percentile(1),
        figures.errors(),
        aim,
        aim.verdict(figures));
    out.flush();
  }

  private void say(String what, Duration time) {
    out.printf(Locale.ROOT, "%s: %.1f s%n", what, time.toMillis() / 1e3);
    out.flush();
  }
}
