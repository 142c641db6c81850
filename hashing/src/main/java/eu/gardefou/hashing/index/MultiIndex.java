package eu.gardefou.hashing.index;

import java.util.Arrays;
import java.util.Optional;

/**
 * Sixteen band tables over some slots, crowds beside them, and what probing would cost. Immutable;
 * each table is over one of two slots, see {@link Snapshot}.
 */
final class MultiIndex {
  /** What a probe costs, in entries read: it waits for memory. */
  private static final int PROBE_COST = 60;

  /** How much dearer than in an evenly spread bank it may be before other thresholds are tried. */
  private static final int CROWDED = 4;

  private static final int CROWDED_ENTRIES = 4_096;

  private final BandTable[] tables;

  /** By band: what the table's entries are places in. */
  private final Slots[] slotsOf;

  private final Slots before;
  private final Slots latest;
  private final Tuning tuning;
  private final int mostVerified;

  private MultiIndex(
      BandTable[] tables, Slots[] slotsOf, Slots before, Slots latest, Tuning tuning) {
    this.tables = tables;
    this.slotsOf = slotsOf;
    this.before = before;
    this.latest = latest;
    this.tuning = tuning;
    this.mostVerified = latest.size() / tuning.verifiedShare();
  }

  static MultiIndex of(Slots slots, Tuning tuning) {
    TableFiller filler = new TableFiller(slots);
    BandTable[] tables = new BandTable[Bands.COUNT];
    for (int band = 0; band < Bands.COUNT; band++) {
      tables[band] = filler.next();
    }
    Slots[] slotsOf = new Slots[Bands.COUNT];
    Arrays.fill(slotsOf, slots);
    return new MultiIndex(tables, slotsOf, slots, slots, tuning);
  }

  /** All of it, but with another table for one band. */
  MultiIndex with(int band, BandTable table, Slots of) {
    BandTable[] otherTables = tables.clone();
    Slots[] otherSlots = slotsOf.clone();
    otherTables[band] = table;
    otherSlots[band] = of;
    return new MultiIndex(otherTables, otherSlots, before, of, tuning);
  }

  /** The same tables, which are all over the latest slots by now. */
  MultiIndex settled() {
    return new MultiIndex(tables, slotsOf, latest, latest, tuning);
  }

  /** What the newest tables are over. */
  Slots latest() {
    return latest;
  }

  BandTable table(int band) {
    return tables[band];
  }

  /** What the entries of that band's table are places in. */
  Slots slots(int band) {
    return slotsOf[band];
  }

  /** Offers what stands in no table because it is in a crowd of either slots, and that once. */
  void searchCrowds(Query query) {
    before.crowds().search(query, before, Crowds.NONE);
    if (latest != before) {
      latest.crowds().search(query, latest, before.crowds());
    }
  }

  /** Whether a hash of that band's table is in a crowd of the other slots, and offered there. */
  boolean isInCrowd(int band, long[] words, int at) {
    if (latest == before) {
      return false;
    }
    Slots other = slotsOf[band] == latest ? before : latest;
    return other.crowds().take(words, at);
  }

  /** The cheapest thresholds for the query, or none when a scan is cheaper still. */
  Optional<Thresholds> plan(Query query) {
    Thresholds thresholds = Thresholds.even(query.radius());
    Estimate estimate = estimate(query, thresholds);
    if (estimate.isCrowded(latest.tabled())) {
      thresholds = Thresholds.cheapest(query.radius(), costs(query));
      estimate = estimate(query, thresholds);
    }
    boolean pays = estimate.cost() <= (long) latest.size() * tuning.scanCost();
    return pays ? Optional.of(thresholds) : Optional.empty();
  }

  /** How many hashes may be compared in full before the query turns to a scan. */
  int mostVerified() {
    return mostVerified;
  }

  private record Estimate(long probes, long entries) {
    long cost() {
      return probes * PROBE_COST + entries;
    }

    boolean isCrowded(int tabled) {
      return entries > CROWDED * ((tabled * probes) >> Bands.BITS) + CROWDED_ENTRIES;
    }
  }

  private Estimate estimate(Query query, Thresholds thresholds) {
    long probes = 0;
    long entries = 0;
    for (int band = 0; band < Bands.COUNT; band++) {
      for (int flips = 0; flips <= thresholds.flips(band); flips++) {
        probes += Bands.masks(flips).length;
        entries += entries(query, band, flips);
      }
    }
    return new Estimate(probes, entries);
  }

  /** By band and flips, one more than even thresholds need, as long as such probes can pay. */
  private long[][] costs(Query query) {
    int most = Math.min(query.radius() / Bands.COUNT + 1, Bands.MOST_FLIPS);
    long[][] costs = new long[Bands.COUNT][most + 1];
    for (int band = 0; band < Bands.COUNT; band++) {
      long cost = 0;
      for (int flips = 0; flips <= most; flips++) {
        cost += (long) Bands.masks(flips).length * PROBE_COST + entries(query, band, flips);
        costs[band][flips] = cost;
      }
    }
    return costs;
  }

  private long entries(Query query, int band, int flips) {
    BandTable table = tables[band];
    int value = query.band(band);
    long entries = 0;
    for (char mask : Bands.masks(flips)) {
      entries += table.end(value ^ mask) - table.start(value ^ mask);
    }
    return entries;
  }
}
