package eu.gardefou.benchmarks;

import eu.gardefou.hashing.index.HammingIndex;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Puts, replaces and removes, so many times a second; the bank stays about as large as it was. */
final class SoakWriter implements Runnable {
  private final SoakBank bank;
  private final int changesASecond;
  private final SplittableRandom random = new SplittableRandom(41);
  private final Times times = new Times();
  private volatile boolean stopped;
  private long changes;
  private long added;
  private long removed;

  SoakWriter(SoakBank bank, int changesASecond) {
    this.bank = bank;
    this.changesASecond = changesASecond;
  }

  @Override
  public void run() {
    long started = System.nanoTime();
    while (!stopped) {
      long now = System.nanoTime() - started;
      long due = (long) (now * 1e-9 * changesASecond);
      if (changes < due) {
        change();
        times.add(started + now, System.nanoTime() - started - now, 0);
        changes++;
      } else {
        LockSupport.parkNanos(200_000);
      }
    }
  }

  void stop() {
    stopped = true;
  }

  long changes() {
    return changes;
  }

  int rebuilds() {
    return bank.rebuilds();
  }

  Times times() {
    return times;
  }

  private void change() {
    HammingIndex index = bank.index();
    switch (random.nextInt(4)) {
      case 0 -> bank.planted().change(index, random);
      case 1 -> index.put(bank.size() + added++, Spread.any(random));
      case 2 -> removeOldest(index);
      // Firm ids keep their hashes; the others may get another one, or come back.
      default -> index.put(anyId(), Spread.any(random));
    }
  }

  private void removeOldest(HammingIndex index) {
    if (removed < added) {
      index.remove(bank.size() + removed++);
    }
  }

  private long anyId() {
    long others = Math.max(1, bank.size() - SoakBank.FIRM);
    return SoakBank.FIRM + random.nextLong(others);
  }
}
