package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbour;
import eu.gardefou.hashing.index.Neighbours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The acting entries of all banks in memory: everything up to one revision, and perhaps some of
 * what came later.
 *
 * @param revision up to which it is complete; null when nothing was read yet, or from files only
 * @param latest the entry that changed last; null when there is none
 * @param hashes the acting entries of each bank, by their numbers
 * @param radii within which the entries of each bank match
 */
record Index(
    @Nullable Revision revision,
    @Nullable Latest latest,
    Map<String, HammingIndex> hashes,
    Map<String, Integer> radii) {
  /** Before anything was read. */
  static final Index EMPTY = new Index(null, null, Map.of(), Map.of());

  /** A picture with more entries around it than this is known well enough. */
  private static final int MOST_OF_A_BANK = 1_000;

  /** Keeps its own copies. */
  Index {
    hashes = Map.copyOf(hashes);
    radii = Map.copyOf(radii);
  }

  /** How often the banks changed, and a token that no other history of them has. */
  record Revision(long number, UUID token) {}

  /**
   * The last change: a database that knows it has the same history up to it. An entry is added
   * once, under an identifier that is never used again, and withdrawn once.
   *
   * @param changed the number of its revision
   * @param acting whether it was added, rather than withdrawn
   */
  record Latest(long changed, UUID entry, boolean acting) {}

  /** An entry near a hash. */
  record Hit(String bank, long number, int distance) {}

  /** Every entry that is within its bank's radius of any of the hashes, or the nearest of them. */
  List<Hit> search(Collection<PdqHash> queries) {
    List<PdqHash> all = List.copyOf(queries);
    List<Hit> hits = new ArrayList<>();
    hashes.forEach((bank, index) ->
        nearest(index, all, radius(bank))
            .forEach((number, distance) -> hits.add(new Hit(bank, number, distance))));
    return hits;
  }

  /** How many entries act. */
  long size() {
    return hashes.values().stream().mapToLong(HammingIndex::size).sum();
  }

  private static Map<Long, Integer> nearest(HammingIndex index, List<PdqHash> hashes, int radius) {
    Map<Long, Integer> nearest = new HashMap<>();
    for (Neighbours neighbours : index.search(hashes, radius, MOST_OF_A_BANK)) {
      for (Neighbour neighbour : neighbours.nearest()) {
        nearest.merge(neighbour.id(), neighbour.distance(), Math::min);
      }
    }
    return nearest;
  }

  private int radius(String bank) {
    Integer radius = radii.get(bank);
    if (radius == null) {
      throw new IllegalStateException("the bank " + bank + " has entries and no radius");
    }
    return radius;
  }
}
