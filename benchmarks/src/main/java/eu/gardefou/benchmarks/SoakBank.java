package eu.gardefou.benchmarks;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A skewed bank of which two parts are known by heart: the first hashes, which nobody changes, so
 * that every answer can be compared with a scan of them; and planted hashes, each alone in its
 * neighbourhood, which come, move and go, and whose state is known at every moment.
 */
final class SoakBank {
  /** Ids below are never changed. */
  static final int FIRM = 20_000;

  /** Planted ids begin here. */
  static final long PLANTED = 1L << 40;

  private final HammingIndex index;
  private final PdqHash[] firm;
  private final Planted planted = new Planted();
  private final AtomicInteger rebuilds;
  private final int size;

  private SoakBank(HammingIndex index, PdqHash[] firm, AtomicInteger rebuilds, int size) {
    this.index = index;
    this.firm = firm;
    this.rebuilds = rebuilds;
    this.size = size;
  }

  static SoakBank of(int size) {
    AtomicInteger rebuilds = new AtomicInteger();
    Executor counting =
        task ->
            ForkJoinPool.commonPool()
                .execute(() -> {
                  task.run();
                  rebuilds.incrementAndGet();
                });
    HammingIndex.Builder builder = HammingIndex.builder().rebuildOn(counting);
    PdqHash[] firm = new PdqHash[Math.min(size, FIRM)];
    builder.expect(size);
    Spread.SKEWED.fill(
        (id, hash) -> {
          builder.add(id, hash);
          if (id < firm.length) {
            firm[(int) id] = hash;
          }
        },
        size,
        1);
    return new SoakBank(builder.build(), firm, rebuilds, size);
  }

  HammingIndex index() {
    return index;
  }

  Planted planted() {
    return planted;
  }

  /** How many hashes there were to begin with: ids from 0. */
  int size() {
    return size;
  }

  /** How often new tables were built. */
  int rebuilds() {
    return rebuilds.get();
  }

  /** One of the hashes that nobody changes. */
  PdqHash firm(SplittableRandom random) {
    return firm[random.nextInt(firm.length)];
  }

  /** By comparison with all: the distance of a firm id's hash, where it is within the radius. */
  int[] scan(PdqHash query) {
    int[] distances = new int[firm.length];
    for (int id = 0; id < firm.length; id++) {
      distances[id] = query.distance(firm[id]);
    }
    return distances;
  }
}
