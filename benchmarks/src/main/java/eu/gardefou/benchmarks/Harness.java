package eu.gardefou.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one of the JMH benchmarks for one bank. */
final class Harness {
  private final Effort effort;

  Harness(Effort effort) {
    this.effort = effort;
    // Whoever measures two things at once on one machine is told so by the load, not by a lock.
    System.setProperty("jmh.ignoreLock", "true");
  }

  /** What one benchmark came to, iteration by iteration. */
  record Iterations(List<Result<?>> results) {
    /** The median of the times. */
    Measured median() {
      return of(result -> result.getStatistics().getPercentile(50));
    }

    /** The time that one in a hundred exceeds. */
    Measured percentile99() {
      return of(result -> result.getStatistics().getPercentile(99));
    }

    /** Each iteration's own score. */
    Measured score() {
      return of(Result::getScore);
    }

    private Measured of(ToDoubleFunction<Result<?>> figure) {
      return Measured.of(results.stream().mapToDouble(figure).toArray());
    }
  }

  /** A benchmark by class and method, with its bank. */
  Iterations run(Class<?> type, String method, int size, Spread spread) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(type.getName().replace(".", "\\.") + "\\." + method + "$")
            .param("size", String.valueOf(size))
            .param("spread", spread.name())
            .jvmArgs(
                "-Xmx" + Heap.megabytes(size) + "m",
                "-XX:+UseParallelGC",
                "--sun-misc-unsafe-memory-access=allow")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    return iterations(new Runner(effort.apply(options).build()).run());
  }

  private static Iterations iterations(Collection<RunResult> runs) {
    List<Result<?>> results = new ArrayList<>();
    for (RunResult run : runs) {
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          results.add(iteration.getPrimaryResult());
        }
      }
    }
    if (results.isEmpty()) {
      throw new IllegalStateException("no such benchmark was built");
    }
    return new Iterations(results);
  }
}
