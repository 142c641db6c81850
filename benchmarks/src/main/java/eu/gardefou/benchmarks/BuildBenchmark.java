package eu.gardefou.benchmarks;

import eu.gardefou.hashing.index.HammingIndex;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From hashes to an index that can be searched. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx5g", "-XX:+UseParallelGC"})
@Warmup(iterations = 1)
@Measurement(iterations = 4)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BuildBenchmark {
  /** How many hashes there are. */
  @Param({"1000000", "10000000"})
  public int size;

  /** How they are spread. */
  @Param({"EVEN", "SKEWED"})
  public Spread spread = Spread.EVEN;

  private HammingIndex.Builder builder = HammingIndex.builder();

  /** Makes the hashes up. */
  @Setup(Level.Invocation)
  public void fill() {
    builder = HammingIndex.builder();
    spread.fill(builder, size, 1);
  }

  /** Sorts, groups, fills the tables. */
  @Benchmark
  public HammingIndex build() {
    return builder.build();
  }
}
