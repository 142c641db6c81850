package eu.gardefou.benchmarks;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbours;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Changes, with the rebuilds in the background that they bring about. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 4)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChangeBenchmark {
  /** How many hashes there are to begin with. */
  @Param("1000000")
  public int size;

  /** How they are spread. */
  @Param("EVEN")
  public Spread spread = Spread.EVEN;

  private final SplittableRandom random = new SplittableRandom(3);
  private HammingIndex index = HammingIndex.builder().build();
  private long nextId;

  /** Builds the bank. */
  @Setup
  public void build() {
    HammingIndex.Builder builder = HammingIndex.builder();
    spread.fill(builder, size, 1);
    index = builder.build();
    nextId = size;
  }

  /** From a new hash to the search that finds it. */
  @Benchmark
  public Neighbours putAndFind() {
    PdqHash hash = Spread.any(random);
    index.put(nextId++, hash);
    Neighbours found = index.search(hash, HammingIndex.USUAL_RADIUS, 1);
    if (found.isEmpty()) {
      throw new IllegalStateException("a hash that was put is not found");
    }
    return found;
  }
}
