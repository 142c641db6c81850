package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Brings an index up to a later revision. Changes are gathered first; those of banks that are known
 * are then made in place, all together, so that nobody finds an entry and what replaces it, or
 * neither. For one thread, and one use.
 */
final class Changes {
  private final long begun;
  private final Executor background;
  private final Map<Integer, HammingIndex> known;
  private final Map<Integer, HammingIndex.Builder> fresh = new HashMap<>();
  private final ConcurrentMap<Long, SetAside> setAside;
  private final List<Entry> waiting = new ArrayList<>();
  private final List<Entry> goneMeanwhile = new ArrayList<>();

  /**
   * Begins with an index.
   *
   * @param begun the number of the revision when reading began
   * @param background where the tables of large banks are built anew
   */
  Changes(Index base, long begun, Executor background) {
    this.begun = begun;
    this.background = background;
    this.known = base.hashes();
    this.setAside = base.setAside();
  }

  /**
   * An entry as far as matching is concerned.
   *
   * @param hash null when it has none that tells pictures apart
   * @param acting whether it is not withdrawn
   * @param setAside null when it matches like others
   */
  record Entry(
      long number,
      int bank,
      @Nullable PdqHash hash,
      boolean acting,
      @Nullable SetAside setAside,
      long changed) {}

  /** Takes one change. They come in the order in which they were made. */
  void take(Entry entry) {
    PdqHash hash = entry.hash();
    if (hash == null) {
      return;
    }
    if (known.containsKey(entry.bank())) {
      waiting.add(entry);
    } else if (entry.acting()) {
      // A bank that is not known yet is built at once, which is much quicker than piece by piece.
      fresh
          .computeIfAbsent(entry.bank(), _ -> HammingIndex.builder().rebuildOn(background))
          .add(entry.number(), hash);
      setAside(entry);
    } else if (entry.changed() > begun) {
      goneMeanwhile.add(entry);
    }
  }

  /** Whether none waits. */
  boolean areMade() {
    return waiting.isEmpty();
  }

  /** Makes the changes that wait, in place. */
  void make() {
    for (Entry entry : waiting) {
      HammingIndex bank = known.get(entry.bank());
      PdqHash hash = entry.hash();
      if (bank == null || hash == null) {
        continue;
      }
      if (entry.acting()) {
        bank.put(entry.number(), hash);
      } else {
        bank.remove(entry.number());
      }
      setAside(entry);
    }
    waiting.clear();
  }

  private void setAside(Entry entry) {
    SetAside aside = entry.setAside();
    if (entry.acting() && aside != null) {
      setAside.put(entry.number(), aside);
    } else {
      setAside.remove(entry.number());
    }
  }

  /** The index, as it is with what waits; banks that are closed are forgotten. */
  Index until(Index.Revision revision, Index.Revision last, Map<Integer, BankSettings> banks) {
    Map<Integer, HammingIndex> all = new HashMap<>(known);
    fresh.forEach((bank, builder) -> all.put(bank, builder.build()));
    for (Entry entry : goneMeanwhile) {
      HammingIndex bank = all.get(entry.bank());
      if (bank != null) {
        bank.remove(entry.number());
        setAside.remove(entry.number());
      }
    }
    all.keySet().retainAll(banks.keySet());
    return new Index(revision, last, all, setAside, banks);
  }
}
