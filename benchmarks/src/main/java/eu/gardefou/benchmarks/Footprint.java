package eu.gardefou.benchmarks;

import eu.gardefou.hashing.index.HammingIndex;
import java.util.Locale;

/** How many bytes of heap an index takes for each hash, id included. */
public final class Footprint {
  private Footprint() {}

  /** Prints it for as many hashes as the argument says. */
  public static void main(String[] arguments) {
    int size = Integer.parseInt(arguments[0]);
    for (Spread spread : new Spread[] {Spread.EVEN, Spread.SKEWED}) {
      long before = Machine.usedBytes();
      HammingIndex index = build(spread, size);
      long bytes = Machine.usedBytes() - before;
      System.out.printf(
          Locale.ROOT,
          "%s, %,d hashes: %.1f bytes each%n",
          spread,
          index.size(),
          bytes / (double) size);
    }
  }

  private static HammingIndex build(Spread spread, int size) {
    HammingIndex.Builder builder = HammingIndex.builder();
    spread.fill(builder, size, 1);
    return builder.build();
  }
}
