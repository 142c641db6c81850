package eu.gardefou.benchmarks;

import eu.gardefou.hashing.index.Neighbours;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** The search in banks of hashes, beside its peers, in one table. */
public final class MatchBench {
  private static final long SYSTEM_MEGABYTES = 1_500;

  private final Effort effort;
  private final PrintStream out;
  private final PrintStream progress;
  private final Optional<FaissPeer> faiss;
  private final String absent;
  private final Table table =
      new Table(
          "measure",
          "ours, even",
          "ours, skewed",
          "FAISS flat",
          "FAISS multi-hash",
          "aim",
          "reached",
          "ours from – to");
  private long wrong;

  private MatchBench(
      Effort effort, PrintStream out, PrintStream progress, Optional<FaissPeer> faiss, String no) {
    this.effort = effort;
    this.out = out;
    this.progress = progress;
    this.faiss = faiss;
    this.absent = no;
  }

  /** Arguments: sizes with commas between, {@code peers} or {@code alone}, and an effort. */
  public static void main(String[] arguments) throws Exception {
    int[] sizes = Arrays.stream(arguments[0].split(",", -1)).mapToInt(Integer::parseInt).toArray();
    boolean peers = arguments[1].equals("peers");
    Effort effort = Effort.valueOf(arguments[2].toUpperCase(Locale.ROOT));
    Optional<FaissPeer> faiss = peers ? FaissPeer.here() : Optional.empty();
    System.exit(run(sizes, peers, faiss, effort, System.out, System.err));
  }

  /** Prints the table; 1 when an answer was wrong. */
  static int run(
      int[] sizes,
      boolean peers,
      Optional<FaissPeer> faiss,
      Effort effort,
      PrintStream out,
      PrintStream progress)
      throws IOException, InterruptedException, RunnerException {
    String absent = peers ? FaissPeer.ABSENT : "not asked";
    MatchBench bench = new MatchBench(effort, out, progress, faiss, absent);
    for (int size : sizes) {
      bench.measure(size);
    }
    return bench.finish();
  }

  private int finish() {
    table.print(out);
    out.println();
    out.println(
        "One thread, radius 31, exact. FAISS: "
            + faiss.map(FaissPeer::version).orElse(absent)
            + ". "
            + Machine.line());
    if (wrong > 0) {
      out.println("ERROR: " + wrong + " answers differ between ours and a peer's.");
    }
    out.flush();
    return wrong == 0 ? 0 : 1;
  }

  /** Both banks of one size. */
  private void measure(int size) throws IOException, InterruptedException, RunnerException {
    long wanted = Heap.megabytes(size);
    if (wanted > Machine.heapMegabytes() || wanted + SYSTEM_MEGABYTES > Machine.freeMegabytes()) {
      out.printf(
          Locale.ROOT,
          "%s is left out: it wants %,d MB of heap, and %,d MB are free here.%n",
          name(size),
          wanted,
          Machine.freeMegabytes());
      return;
    }
    Both both = new Both(beside(size, Spread.EVEN), beside(size, Spread.SKEWED));
    Harness harness = new Harness(effort);
    progress.println(name(size) + ": searching");
    addSearches(size, harness, both);
    progress.println(name(size) + ": building and changing");
    addBuilds(size, harness, both);
  }

  /** Our answers in one bank and the peers' figures, the answers compared. */
  private record Beside(Bank bank, FaissPeer.@Nullable Figures peers) {
    String text(String index, String measure, String otherwise) {
      return peers == null ? otherwise : peers.text(index, measure);
    }
  }

  private record Both(Beside even, Beside skewed) {}

  private Beside beside(int size, Spread spread) throws IOException, InterruptedException {
    progress.println(name(size) + ", " + spread + ": answers and peers");
    Path folder = Files.createTempDirectory("gardefou-bench");
    try {
      Bank bank = Bank.ask(size, spread, effort.peerQueries(), folder);
      if (faiss.isEmpty()) {
        return new Beside(bank, null);
      }
      FaissPeer.Figures peers = faiss.get().ask(folder, effort.peerRounds());
      for (String index : List.of(FaissPeer.FLAT, FaissPeer.MULTI)) {
        report(size, spread, index, peers.unlike(index, bank.answers()), bank.answers());
      }
      return new Beside(bank, peers);
    } finally {
      delete(folder);
    }
  }

  private void report(
      int size, Spread spread, String index, long unlike, List<Neighbours> answers) {
    long found = answers.stream().mapToLong(answer -> answer.nearest().size()).sum();
    out.printf(
        Locale.ROOT,
        "%s %s: %d queries, %,d neighbours, compared with FAISS %s: %s%n",
        name(size),
        spread.name().toLowerCase(Locale.ROOT),
        answers.size(),
        found,
        index,
        unlike == 0 ? "the very same answers" : "ERROR, " + unlike + " answers differ");
    wrong += unlike;
  }

  private void addSearches(int size, Harness harness, Both both) throws RunnerException {
    Harness.Iterations even = harness.run(SearchBenchmark.class, "one", size, Spread.EVEN);
    Harness.Iterations skewed = harness.run(SearchBenchmark.class, "one", size, Spread.SKEWED);
    Measured evenMedian = thousandth(even.median());
    Aim median =
        switch (size) {
          case 1_000_000 -> new Aim.AtMost(0.05);
          case 10_000_000 -> new Aim.AtMost(0.2);
          case 100_000_000 -> new Aim.AtMost(1);
          default -> new Aim.None();
        };
    add(
        size,
        "one query, p50 ms",
        evenMedian,
        thousandth(skewed.median()).text(),
        both.even(),
        "median",
        median);
    Measured even99 = thousandth(even.percentile99());
    Measured skewed99 = thousandth(skewed.percentile99());
    add(
        size,
        "one query, p99 ms",
        even99,
        skewed99.text(),
        both.even(),
        "percentile99",
        new Aim.None());
    table.add(
        name(size) + " skewed, one query, p99 ms",
        "-",
        skewed99.text(),
        both.skewed().text(FaissPeer.FLAT, "percentile99", "-"),
        both.skewed().text(FaissPeer.MULTI, "percentile99", "-"),
        new Aim.AtMost(5 * even99.middle()).text(),
        new Aim.AtMost(5 * even99.middle()).reachedBy(skewed99.middle()),
        skewed99.spread());
    Measured rate = harness.run(SearchBenchmark.class, "batch", size, Spread.EVEN).score();
    Measured skewedRate = harness.run(SearchBenchmark.class, "batch", size, Spread.SKEWED).score();
    add(
        size,
        "queries a second, in batches",
        rate,
        skewedRate.text(),
        both.even(),
        "rate",
        size == 10_000_000 ? new Aim.AtLeast(10_000) : new Aim.None());
  }

  private void addBuilds(int size, Harness harness, Both both) throws RunnerException {
    boolean hasAim = size == 10_000_000;
    double each = both.even().bank().bytesEach();
    add(
        size,
        "bytes a hash (ours with its id)",
        new Measured(each, each, each),
        Measured.text(both.skewed().bank().bytesEach()),
        both.even(),
        "bytes",
        hasAim ? new Aim.AtMost(140) : new Aim.None());
    Measured build =
        thousandth(harness.run(BuildBenchmark.class, "build", size, Spread.EVEN).score());
    Measured skewed =
        thousandth(harness.run(BuildBenchmark.class, "build", size, Spread.SKEWED).score());
    add(
        size,
        "building, s",
        build,
        skewed.text(),
        both.even(),
        "build",
        hasAim ? new Aim.AtMost(5) : new Aim.None());
    Measured change =
        thousandth(harness.run(ChangeBenchmark.class, "putAndFind", size, Spread.EVEN).median());
    table.add(
        name(size) + " insert and find by the next query, p50 ms",
        change.text(),
        "-",
        "-",
        "-",
        "next query",
        "yes",
        change.spread());
  }

  private void add(
      int size, String measure, Measured even, String skewed, Beside beside, String of, Aim aim) {
    table.add(
        name(size) + " " + measure,
        even.text(),
        skewed,
        beside.text(FaissPeer.FLAT, of, "-"),
        beside.text(FaissPeer.MULTI, of, "-"),
        aim.text(),
        aim.reachedBy(even.middle()),
        even.spread());
  }

  private static Measured thousandth(Measured of) {
    return new Measured(of.middle() / 1_000, of.low() / 1_000, of.high() / 1_000);
  }

  private static String name(int size) {
    return size % 1_000_000 == 0
        ? size / 1_000_000 + " M"
        : String.format(Locale.ROOT, "%,d", size);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
