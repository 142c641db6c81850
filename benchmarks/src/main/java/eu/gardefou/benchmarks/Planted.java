package eu.gardefou.benchmarks;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Hashes near secret centres. One thread changes them; each has a state that says how often it was
 * changed, whether it is being changed, and how far it is from its centre now.
 */
final class Planted {
  /** How many there are. */
  static final int COUNT = 4_096;

  /** Not in the bank. */
  static final int ABSENT = 0xFF;

  private static final int DISTANCE = 0xFF;
  private static final long UNDER_WAY = 0x100;
  private static final long CHANGE = 0x200;

  private final PdqHash[] centres = new PdqHash[COUNT];
  private final AtomicLongArray states = new AtomicLongArray(COUNT);

  Planted() {
    SplittableRandom random = new SplittableRandom(40);
    for (int i = 0; i < COUNT; i++) {
      centres[i] = Spread.any(random);
      states.set(i, ABSENT);
    }
  }

  PdqHash centre(int which) {
    return centres[which];
  }

  /** What is known of it now. Two equal states with nothing under way mean nothing happened. */
  long state(int which) {
    return states.get(which);
  }

  static boolean isUnderWay(long state) {
    return (state & UNDER_WAY) != 0;
  }

  /** How far it is from its centre, or {@link #ABSENT}. */
  static int distance(long state) {
    return (int) (state & DISTANCE);
  }

  /** Puts it, puts it elsewhere, or removes it. For the one thread that changes. */
  void change(HammingIndex index, SplittableRandom random) {
    int which = random.nextInt(COUNT);
    long before = states.get(which);
    boolean isRemoval = distance(before) != ABSENT && random.nextInt(3) == 0;
    int distance = isRemoval ? ABSENT : random.nextInt(HammingIndex.USUAL_RADIUS + 1);
    states.set(which, before | UNDER_WAY);
    if (isRemoval) {
      index.remove(SoakBank.PLANTED + which);
    } else {
      index.put(SoakBank.PLANTED + which, at(centres[which], distance, random));
    }
    states.set(which, ((before | DISTANCE) ^ DISTANCE) + CHANGE | distance);
  }

  /** A hash exactly that far. */
  private static PdqHash at(PdqHash centre, int distance, SplittableRandom random) {
    PdqHash hash = centre;
    while (hash.distance(centre) != distance) {
      hash = Spread.off(hash, 1, random);
      if (hash.distance(centre) > distance) {
        hash = centre;
      }
    }
    return hash;
  }
}
