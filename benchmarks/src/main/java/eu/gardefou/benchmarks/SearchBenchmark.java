package eu.gardefou.benchmarks;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbours;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One search, and a batch of searches. */
@State(Scope.Benchmark)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 4)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SearchBenchmark {
  private static final int QUERIES = 4_096;
  private static final int BATCH = 64;
  private static final int LIMIT = 100;

  /** How many hashes there are. */
  @Param({"1000000", "10000000"})
  public int size;

  /** How they are spread. */
  @Param({"EVEN", "SKEWED"})
  public Spread spread = Spread.EVEN;

  /** How far a hash may be. */
  @Param("31")
  public int radius;

  private HammingIndex index = HammingIndex.builder().build();
  private PdqHash[] queries = {};
  private int next;

  /** Builds the bank. */
  @Setup
  public void build() {
    HammingIndex.Builder builder = HammingIndex.builder();
    queries = Spread.queries(spread.fill(builder, size, QUERIES));
    index = builder.build();
  }

  /** How long one takes: the median and the 99th percentile are in the report. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Neighbours one() {
    next = (next + 1) % QUERIES;
    return index.search(queries[next], radius, LIMIT);
  }

  /** How many a second in batches. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(BATCH)
  public List<Neighbours> batch() {
    next = (next + BATCH) % QUERIES;
    return index.search(Arrays.asList(queries).subList(next, next + BATCH), radius, LIMIT);
  }
}
