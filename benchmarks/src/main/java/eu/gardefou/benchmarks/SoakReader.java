package eu.gardefou.benchmarks;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbour;
import eu.gardefou.hashing.index.Neighbours;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Asks one query after another and checks every answer. The checks are not timed. */
final class SoakReader implements Runnable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MOST_COMPLAINTS = 10;
  private static final int RADIUS = HammingIndex.USUAL_RADIUS;

  private final SoakBank bank;
  private final SplittableRandom random;
  private final Times times = new Times();
  private final List<String> complaints = new ArrayList<>();
  private volatile boolean measuring;
  private volatile boolean stopped;
  private long wrong;
  private long checked;

  SoakReader(SoakBank bank, int seed) {
    this.bank = bank;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void run() {
    while (!stopped) {
      ask(1);
    }
  }

  /** Asks and checks so many. */
  void ask(int queries) {
    for (int i = 0; i < queries; i++) {
      if (random.nextInt(4) == 0) {
        askNearFirm();
      } else {
        askPlanted();
      }
    }
  }

  /** From now on times count; answers always do. */
  void measure() {
    measuring = true;
  }

  void stop() {
    stopped = true;
  }

  Times times() {
    return times;
  }

  /** How many answers were wrong. */
  long wrong() {
    return wrong;
  }

  /** How many answers about planted hashes were certain. */
  long checked() {
    return checked;
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private Neighbours ask(PdqHash hash) {
    long workedBefore = THREADS.getCurrentThreadCpuTime();
    long before = System.nanoTime();
    Neighbours found = bank.index().search(hash, RADIUS, Integer.MAX_VALUE);
    long took = System.nanoTime() - before;
    if (measuring) {
      times.add(before, took, THREADS.getCurrentThreadCpuTime() - workedBefore);
    }
    return found;
  }

  /** What is found of the firm part must be what a scan of it finds. */
  private void askNearFirm() {
    PdqHash query = Spread.off(bank.firm(random), random.nextInt(41), random);
    int[] distances = bank.scan(query);
    long expected = 0;
    for (int distance : distances) {
      expected += distance <= RADIUS ? 1 : 0;
    }
    long found = 0;
    for (Neighbour neighbour : ask(query).nearest()) {
      if (neighbour.id() < distances.length) {
        found++;
        if (neighbour.distance() != distances[(int) neighbour.id()]) {
          complain("id " + neighbour.id() + " is not " + neighbour.distance() + " bits away");
        }
      }
    }
    if (found != expected) {
      complain(found + " of the firm ids were found, not " + expected);
    }
  }

  /** A planted hash must be found, or not be found, just as it stands. */
  private void askPlanted() {
    int which = random.nextInt(Planted.COUNT);
    Planted planted = bank.planted();
    long before = planted.state(which);
    Neighbours found = ask(planted.centre(which));
    long after = planted.state(which);
    if (before != after || Planted.isUnderWay(before)) {
      return;
    }
    checked++;
    int distance = Planted.distance(before);
    long id = SoakBank.PLANTED + which;
    List<Neighbour> expected =
        distance == Planted.ABSENT ? List.of() : List.of(new Neighbour(id, distance));
    if (!found.nearest().equals(expected)) {
      complain("near a planted hash were " + found.nearest() + ", not " + expected);
    }
  }

  private void complain(String sentence) {
    wrong++;
    if (complaints.size() < MOST_COMPLAINTS) {
      complaints.add("WRONG: " + sentence);
    }
  }
}
