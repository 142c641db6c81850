package eu.gardefou.lineage;

import eu.gardefou.hashing.PdqHash;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a picture looks: hashes of what has enough detail to tell it from others. None for a flat
 * picture, which links nothing: otherwise all blank pictures of the world were one chain.
 *
 * @param upright to remember it by, at most {@value #MOST}
 * @param turned to find it by: the same in all eight poses
 */
public record Looks(List<PdqHash> upright, Set<PdqHash> turned) {
  /** More views of one picture are not remembered. */
  public static final int MOST = 16;

  /** Nothing to tell it by. */
  public static final Looks NONE = new Looks(List.of(), Set.of());

  /** Keeps its own copies. */
  public Looks {
    upright = upright.stream().distinct().limit(MOST).toList();
    turned = Set.copyOf(new LinkedHashSet<>(turned));
  }

  boolean isEmpty() {
    return upright.isEmpty();
  }

  /** The least distance between any two looks. */
  int distance(List<PdqHash> other) {
    int least = PdqHash.BYTES * Byte.SIZE;
    for (PdqHash mine : turned) {
      for (PdqHash theirs : other) {
        least = Math.min(least, mine.distance(theirs));
      }
    }
    return least;
  }
}
