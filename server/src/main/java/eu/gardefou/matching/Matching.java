package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.BankProblem.Cause;
import eu.gardefou.media.Picture;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Banks of known pictures: look up, add, withdraw, list.
 *
 * <p>What holds: an entry acts on every look-up that begins after it was added, on every node, and
 * stops to act in the same way when it is withdrawn. The search is exact: within a bank's radius
 * nothing is missed, in whichever of the eight poses, frames and views it shows. What does not: a
 * perceptual hash is not a proof, pictures that share nothing can, rarely, be within the radius;
 * and a crop or a heavy edit is often outside. When the database does not answer, every method
 * throws. Safe for many threads.
 */
public final class Matching {
  /** Entries within this radius of the all-zero hash would match every black picture. */
  private static final int LEAST_BITS = 32;

  private static final Comparator<BankMatch> NEAREST_FIRST =
      Comparator.comparingInt(BankMatch::distance)
          .thenComparing(BankMatch::bank)
          .thenComparing(BankMatch::entry);

  private final Store store;
  private final LiveIndex index;
  private final EntryIds ids;
  private final Clock clock;

  /** Works on a database in which the migrations of this package have run. */
  public Matching(JdbcClient sql, Clock clock) {
    this(sql, clock, new LiveIndex(sql, ForkJoinPool.commonPool()));
  }

  Matching(JdbcClient sql, Clock clock, LiveIndex index) {
    this.store = new Store(sql);
    this.index = index;
    this.ids = new EntryIds(clock);
    this.clock = clock;
  }

  /** Looks up a picture: as stored and every view of every frame, turned and mirrored. */
  public MatchFindings lookUp(Picture picture) {
    Query query = Query.of(picture);
    boolean hashable = query.quality() >= PdqFingerprint.USABLE_QUALITY;
    List<BankMatch> matches = matches(query.hashes());
    return new MatchFindings(hashable, query.quality(), query.stored().hash(), matches);
  }

  /**
   * Looks up a hash as it is. Turned and mirrored copies are not found: their hashes do not follow
   * from this one.
   */
  public List<BankMatch> lookUp(PdqHash hash) {
    return matches(List.of(hash));
  }

  private List<BankMatch> matches(Collection<PdqHash> hashes) {
    List<Index.Hit> hits = index.current().search(hashes);
    if (hits.isEmpty()) {
      return List.of();
    }
    Map<Long, UUID> ids = store.ids(hits.stream().map(Index.Hit::number).toList());
    return hits.stream()
        .map(hit -> new BankMatch(hit.bank(), id(ids, hit.number()), hit.distance()))
        .sorted(NEAREST_FIRST)
        .toList();
  }

  private static UUID id(Map<Long, UUID> ids, long number) {
    UUID id = ids.get(number);
    if (id == null) {
      throw new IllegalStateException("entry " + number + " is in memory and not on record");
    }
    return id;
  }

  /** All banks by name. */
  public List<Bank> banks() {
    return store.banks();
  }

  /**
   * A bank's entries, latest first.
   *
   * @param page from 0
   * @throws BankProblem when there is no such bank or page
   */
  public EntryPage entries(String bank, int page) {
    requireBank(bank);
    long total = store.count(bank);
    int pages = (int) Math.max(1, (total + EntryPage.SIZE - 1) / EntryPage.SIZE);
    if (page < 0 || page >= pages) {
      throw new BankProblem(
          Cause.UNKNOWN, "There is no page " + page + ": the last one is " + (pages - 1) + ".");
    }
    return new EntryPage(store.page(bank, page), page, pages, total);
  }

  /**
   * One entry of a bank, withdrawn or not.
   *
   * @throws BankProblem when there is no such entry in the bank
   */
  public BankEntry entry(String bank, UUID entry) {
    return requireEntry(bank, entry);
  }

  /**
   * Adds a picture by its hash; the picture is not kept. Of an animation the first frame counts.
   *
   * @throws BankProblem when there is no such bank, or the picture has too little detail to be told
   *     apart by its hash
   */
  public BankEntry add(String bank, Picture picture, Provenance provenance, Caller by) {
    PdqFingerprint fingerprint = Query.mostTelling(picture);
    return add(bank, fingerprint.hash(), fingerprint.quality(), provenance, by);
  }

  /**
   * Adds a hash that somebody else computed.
   *
   * @param quality its PDQ quality, 0 to 100; null when it is not known
   * @throws BankProblem when there is no such bank, the quality is too low, or the hash is that of
   *     an empty picture
   */
  public BankEntry add(
      String bank, PdqHash hash, @Nullable Integer quality, Provenance provenance, Caller by) {
    requireBank(bank);
    requireTelling(hash, quality);
    BankEntry entry =
        new BankEntry(
            ids.next(),
            bank,
            hash,
            quality,
            provenance.source(),
            provenance.note(),
            // The database keeps no more than microseconds.
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            by.id(),
            null,
            null);
    store.insert(entry);
    return entry;
  }

  /**
   * Withdraws an entry: it no longer acts, and stays on record. An entry that was withdrawn before
   * keeps the time and name of the first withdrawal.
   *
   * @return the entry as it is now
   * @throws BankProblem when there is no such entry in the bank
   */
  public BankEntry withdraw(String bank, UUID entry, Caller by) {
    requireEntry(bank, entry);
    store.withdraw(entry, clock.instant(), by.id());
    return requireEntry(bank, entry);
  }

  private BankEntry requireEntry(String bank, UUID entry) {
    return store
        .find(entry)
        .filter(found -> found.bank().equals(bank))
        .orElseThrow(() -> new BankProblem(Cause.UNKNOWN, "There is no such entry in this bank."));
  }

  private void requireBank(String bank) {
    if (!store.hasBank(bank)) {
      throw new BankProblem(Cause.UNKNOWN, "There is no bank of this name.");
    }
  }

  private static void requireTelling(PdqHash hash, @Nullable Integer quality) {
    if (quality != null && (quality < 0 || quality > 100)) {
      throw new BankProblem(Cause.INVALID, "A PDQ quality is 0 to 100, not " + quality + ".");
    }
    if (quality != null && quality < PdqFingerprint.USABLE_QUALITY) {
      throw new BankProblem(
          Cause.TOO_WEAK,
          "The picture has too little detail: its quality is "
              + quality
              + ", and with less than "
              + PdqFingerprint.USABLE_QUALITY
              + " its hash would match pictures that have nothing to do with it.");
    }
    if (hash.distance(new PdqHash(0, 0, 0, 0)) < LEAST_BITS) {
      throw new BankProblem(
          Cause.TOO_WEAK, "This is the hash of an empty picture: it would match every other one.");
    }
  }
}
