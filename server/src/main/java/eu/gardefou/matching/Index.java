package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The acting entries of all banks in memory, as of one revision. Immutable.
 *
 * <p>An exact scan: every query against every entry, four words at a time. The words lie in one
 * array, because following a pointer costs more than the comparison.
 */
final class Index {
  /** Before anything was read: no revision is older. */
  static final Index EMPTY = new Index(-1, List.of(), Map.of());

  private static final int WORDS = 4;
  private static final int NO_MATCH = 257;
  private static final Comparator<BankMatch> NEAREST_FIRST =
      Comparator.comparingInt(BankMatch::distance)
          .thenComparing(BankMatch::bank)
          .thenComparing(BankMatch::entry);

  private final long revision;
  private final List<Item> items;
  private final long[] words;
  private final int[] radii;

  /** An entry as far as matching is concerned. */
  record Item(UUID id, String bank, PdqHash hash, boolean acting) {}

  /** What was changed in the banks after some revision, and until which. */
  record Changes(long revision, List<Item> items, Map<String, Integer> radii) {}

  private Index(long revision, List<Item> items, Map<String, Integer> radiusOf) {
    this.revision = revision;
    this.items = items;
    this.words = words(items.stream().map(Item::hash).toList());
    this.radii = items.stream().mapToInt(item -> radius(radiusOf, item.bank())).toArray();
  }

  long revision() {
    return revision;
  }

  /** This index after some changes. */
  Index with(Changes changes) {
    Set<UUID> changed = new HashSet<>();
    changes.items().forEach(item -> changed.add(item.id()));
    List<Item> after = new ArrayList<>(items.size() + changed.size());
    items.stream().filter(item -> !changed.contains(item.id())).forEach(after::add);
    changes.items().stream().filter(Item::acting).forEach(after::add);
    return new Index(changes.revision(), after, changes.radii());
  }

  /** Every entry that is within its bank's radius of any of the hashes, nearest first. */
  List<BankMatch> search(Collection<PdqHash> hashes) {
    long[] queries = words(hashes);
    List<BankMatch> matches = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int distance = nearest(queries, i * WORDS, radii[i]);
      if (distance <= radii[i]) {
        Item item = items.get(i);
        matches.add(new BankMatch(item.bank(), item.id(), distance));
      }
    }
    matches.sort(NEAREST_FIRST);
    return matches;
  }

  private int nearest(long[] queries, int at, int radius) {
    int nearest = NO_MATCH;
    for (int q = 0; q < queries.length; q += WORDS) {
      int half =
          Long.bitCount(queries[q] ^ words[at]) + Long.bitCount(queries[q + 1] ^ words[at + 1]);
      if (half <= radius) {
        int whole =
            half
                + Long.bitCount(queries[q + 2] ^ words[at + 2])
                + Long.bitCount(queries[q + 3] ^ words[at + 3]);
        nearest = Math.min(nearest, whole);
      }
    }
    return nearest;
  }

  private static long[] words(Collection<PdqHash> hashes) {
    long[] words = new long[hashes.size() * WORDS];
    int at = 0;
    for (PdqHash hash : hashes) {
      words[at++] = hash.w0();
      words[at++] = hash.w1();
      words[at++] = hash.w2();
      words[at++] = hash.w3();
    }
    return words;
  }

  private static int radius(Map<String, Integer> radiusOf, String bank) {
    Integer radius = radiusOf.get(bank);
    if (radius == null) {
      throw new IllegalStateException("the bank " + bank + " has entries and no radius");
    }
    return radius;
  }
}
