package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Brings an index up to a later revision, change by change. For one thread, and one use. */
final class Changes {
  private final Executor background;
  private final Map<String, HammingIndex> known;
  private final Map<String, HammingIndex.Builder> fresh = new HashMap<>();
  private Index.@Nullable Latest latest;

  /**
   * Begins with an index; its banks are changed in place.
   *
   * @param background where the tables of large banks are built anew
   */
  Changes(Index base, Executor background) {
    this.background = background;
    this.known = base.hashes();
    this.latest = base.latest();
  }

  /** An entry as far as matching is concerned. */
  record Entry(UUID id, long number, String bank, PdqHash hash, boolean acting, long changed) {}

  /** Makes one change. They come in the order in which they were made. */
  void make(Entry entry) {
    latest = new Index.Latest(entry.changed(), entry.id(), entry.acting());
    HammingIndex bank = known.get(entry.bank());
    if (bank == null) {
      collect(entry);
    } else if (entry.acting()) {
      bank.put(entry.number(), entry.hash());
    } else {
      bank.remove(entry.number());
    }
  }

  /** A bank that is not known yet is built at once, which is much quicker than piece by piece. */
  private void collect(Entry entry) {
    if (entry.acting()) {
      fresh
          .computeIfAbsent(entry.bank(), _ -> HammingIndex.builder().rebuildOn(background))
          .add(entry.number(), entry.hash());
    }
  }

  /** The index with all changes. */
  Index until(Index.Revision revision, Map<String, Integer> radii) {
    Map<String, HammingIndex> all = new HashMap<>(known);
    fresh.forEach((bank, builder) -> all.put(bank, builder.build()));
    return new Index(revision, latest, all, radii);
  }
}
