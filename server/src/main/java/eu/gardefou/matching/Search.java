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
  private final Map<Variant, Harmless> harmless = new HashMap<>();
  private final Map<Long, Found> found = new HashMap<>();
  private final Map<Long, Overruled> overruled = new HashMap<>();

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

  /** An entry that is no answer, for a suppress bank's sake. */
  record Overruled(Found found, String by) {}

  private record Harmless(int distance, String bank) {}

  /** Every entry near enough, once; either as an answer or as overruled. */
  record Result(Collection<Found> found, Collection<Overruled> overruled) {}

  Result run() {
    if (!wish.raw()) {
      index.banks().forEach(this::learnHarmless);
    }
    index.banks().forEach(this::ask);
    overruled.keySet().removeAll(found.keySet());
    return new Result(found.values(), overruled.values());
  }

  private void learnHarmless(int id, BankSettings bank) {
    if (bank.overrules(now)) {
      forEachNeighbour(
          id,
          bank,
          (place, near) -> {
            SetAside aside = index.setAside().get(near.id());
            if (aside == null || !aside.quarantined()) {
              harmless.merge(
                  variants.get(place).upright(),
                  new Harmless(near.distance(), bank.name()),
                  (one, other) -> other.distance() < one.distance() ? other : one);
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
    Harmless other = bank.kind() == BankKind.SUPPRESS ? null : harmless.get(variant.upright());
    if (other != null && other.distance() <= near.distance()) {
      Overruled before = overruled.get(near.id());
      if (before == null || near.distance() < before.found().distance()) {
        overruled.put(near.id(), new Overruled(found(bank, place, near), other.bank()));
      }
      return;
    }
    Found before = found.get(near.id());
    if (before == null || near.distance() < before.distance()) {
      found.put(near.id(), found(bank, place, near));
    }
  }

  private Found found(BankSettings bank, int place, Neighbour near) {
    SetAside aside = index.setAside().get(near.id());
    boolean quarantined = aside != null && aside.waits(bank.kind());
    return new Found(
        bank, near.id(), near.distance(), variants.get(place), hashes.get(place), quarantined);
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
