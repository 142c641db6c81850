package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Brings an index up to a later revision, change by change. For one thread, and one use. */
final class Changes {
  private final Executor background;
  private final Map<Integer, HammingIndex> known;
  private final Map<Integer, HammingIndex.Builder> fresh = new HashMap<>();
  private final ConcurrentMap<Long, SetAside> setAside;
  private final List<Entry> gone = new ArrayList<>();

  /**
   * Begins with an index; its banks are changed in place.
   *
   * @param background where the tables of large banks are built anew
   */
  Changes(Index base, Executor background) {
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

  /** Makes one change. They come in the order in which they were made. */
  void make(Entry entry) {
    PdqHash hash = entry.hash();
    if (hash == null) {
      return;
    }
    // Before the hash, so that nobody finds an entry that rests as if it did not.
    SetAside aside = entry.setAside();
    if (entry.acting() && aside != null) {
      setAside.put(entry.number(), aside);
    }
    put(entry, hash);
    if (entry.acting() && aside == null) {
      setAside.remove(entry.number());
    }
  }

  private void put(Entry entry, PdqHash hash) {
    HammingIndex bank = known.get(entry.bank());
    if (bank == null) {
      collect(entry, hash);
    } else if (entry.acting()) {
      bank.put(entry.number(), hash);
    } else {
      gone.add(entry);
    }
  }

  /** A bank that is not known yet is built at once, which is much quicker than piece by piece. */
  private void collect(Entry entry, PdqHash hash) {
    if (entry.acting()) {
      fresh
          .computeIfAbsent(entry.bank(), _ -> HammingIndex.builder().rebuildOn(background))
          .add(entry.number(), hash);
    }
  }

  /** The index with all changes; banks that are closed are forgotten. */
  Index until(Index.Revision revision, Map<Integer, BankSettings> banks) {
    // Last, so that somebody who searches meanwhile finds what replaces them.
    for (Entry entry : gone) {
      Objects.requireNonNull(known.get(entry.bank())).remove(entry.number());
      setAside.remove(entry.number());
    }
    Map<Integer, HammingIndex> all = new HashMap<>(known);
    fresh.forEach((bank, builder) -> all.put(bank, builder.build()));
    all.keySet().retainAll(banks.keySet());
    return new Index(revision, all, setAside, banks);
  }
}
