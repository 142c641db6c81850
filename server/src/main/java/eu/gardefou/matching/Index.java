package eu.gardefou.matching;

import eu.gardefou.hashing.index.HammingIndex;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries of all banks in memory: everything up to one revision, and perhaps some of what came
 * later.
 *
 * @param revision up to which it is complete; null when nothing was read yet
 * @param until a revision after which nothing of it was committed; null when nothing was read yet
 * @param hashes the entries of each bank that are not withdrawn, by their numbers; changed in place
 * @param setAside those of them that do not match like others, by their numbers; changed in place
 * @param banks the banks that are open
 */
record Index(
    @Nullable Revision revision,
    @Nullable Revision until,
    Map<Integer, HammingIndex> hashes,
    ConcurrentMap<Long, SetAside> setAside,
    Map<Integer, BankSettings> banks) {

  /** Keeps its own copies of what is not changed in place. */
  Index {
    hashes = Map.copyOf(hashes);
    banks = Map.copyOf(banks);
  }

  /** Before anything was read. */
  static Index empty() {
    return new Index(null, null, Map.of(), new ConcurrentHashMap<>(), Map.of());
  }

  /** How often the banks changed, and a token that no other history of them has. */
  record Revision(long number, UUID token) {}

  /** How many entries there are. */
  long size() {
    return hashes.values().stream().mapToLong(HammingIndex::size).sum();
  }
}
