package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbour;
import eu.gardefou.hashing.index.Neighbours;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One look-up in an index, exact within every bank's radius.
 *
 * <p>A suppress bank overrules a match where it is at least as near to the same upright look at the
 * picture: a harmless frame, or a harmless border, says nothing of what is next to it.
 */
final class Search {
  /** A picture with more entries around it than this is known well enough. */
  private static final int MOST_OF_A_BANK = 1_000;

  private final Index index;
  private final LookUp wish;
  private final Instant now;
  private final List<PdqHash> hashes;
  private final List<Variant> variants;
  private final Map<Variant, Integer> harmless = new HashMap<>();
  private final Map<Long, Found> found = new HashMap<>();

  /** For one run. */
  Search(Index index, LookUp wish, Instant now, Map<PdqHash, Variant> hashes) {
    this.index = index;
    this.wish = wish;
    this.now = now;
    this.hashes = List.copyOf(hashes.keySet());
    this.variants = hashes.values().stream().toList();
  }

  /** An entry near one of the hashes, and the nearest of them. */
  record Found(
      BankSettings bank,
      long number,
      int distance,
      Variant variant,
      PdqHash hash,
      boolean quarantined) {
    Hit hit() {
      return new Hit(bank.name(), bank.kind(), number, distance, null);
    }
  }

  /** Every entry near enough, once. */
  Collection<Found> run() {
    if (!wish.raw()) {
      index.banks().forEach(this::learnHarmless);
    }
    index.banks().forEach(this::ask);
    return found.values();
  }

  private void learnHarmless(int id, BankSettings bank) {
    if (bank.overrules(now)) {
      forEachNeighbour(
          id,
          bank,
          (place, near) -> {
            SetAside aside = index.setAside().get(near.id());
            if (aside == null || !aside.quarantined()) {
              harmless.merge(variants.get(place).upright(), near.distance(), Math::min);
            }
          });
    }
  }

  private void ask(int id, BankSettings bank) {
    boolean wanted = wish.asks(bank) && (wish.raw() || !bank.rests(now));
    boolean said = bank.kind() != BankKind.SUPPRESS || wish.raw() || !wish.banks().isEmpty();
    if (wanted && said) {
      forEachNeighbour(id, bank, (place, near) -> take(bank, place, near));
    }
  }

  private void take(BankSettings bank, int place, Neighbour near) {
    Variant variant = variants.get(place);
    if (bank.kind() != BankKind.SUPPRESS
        && harmless.getOrDefault(variant.upright(), Integer.MAX_VALUE) <= near.distance()) {
      return;
    }
    Found before = found.get(near.id());
    if (before == null || near.distance() < before.distance()) {
      SetAside aside = index.setAside().get(near.id());
      boolean quarantined = aside != null && aside.waits(bank.kind());
      found.put(
          near.id(),
          new Found(bank, near.id(), near.distance(), variant, hashes.get(place), quarantined));
    }
  }

  private void forEachNeighbour(int id, BankSettings bank, Taker taker) {
    HammingIndex entries = index.hashes().get(id);
    if (entries == null) {
      return;
    }
    int place = 0;
    for (Neighbours neighbours : around(entries, bank.radius())) {
      for (Neighbour near : answering(entries, bank, place, neighbours)) {
        taker.take(place, near);
      }
      place++;
    }
  }

  /** Those that do not rest; when resting ones may have taken others' places, all are asked for. */
  private List<Neighbour> answering(
      HammingIndex entries, BankSettings bank, int place, Neighbours neighbours) {
    List<Neighbour> some = awake(neighbours);
    boolean crowded = neighbours.more() && some.size() < neighbours.nearest().size();
    return crowded
        ? awake(entries.search(hashes.get(place), bank.radius(), Integer.MAX_VALUE))
        : some;
  }

  private List<Neighbour> awake(Neighbours neighbours) {
    return wish.raw() || index.setAside().isEmpty()
        ? neighbours.nearest()
        : neighbours.nearest().stream().filter(near -> !rests(near.id())).toList();
  }

  private List<Neighbours> around(HammingIndex entries, int radius) {
    return hashes.size() == 1
        ? List.of(entries.search(hashes.getFirst(), radius, MOST_OF_A_BANK))
        : entries.search(hashes, radius, MOST_OF_A_BANK);
  }

  private boolean rests(long number) {
    SetAside aside = index.setAside().get(number);
    return aside != null && aside.rests(now);
  }

  @FunctionalInterface
  private interface Taker {
    void take(int place, Neighbour near);
  }
}
