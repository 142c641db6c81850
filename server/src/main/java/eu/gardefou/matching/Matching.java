package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.Cut;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.media.FileDigests;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks pictures and hashes up in the banks.
 *
 * <p>What holds: an entry acts on every look-up that begins after it was added, on every node, and
 * stops to act in the same way when it is withdrawn. The search is exact: within a bank's radius
 * nothing is missed, in whichever of the eight poses, frames and views it shows, with a plain
 * border or without. What does not: a perceptual hash is not a proof, pictures that share nothing
 * can, rarely, be within the radius; and a crop or a heavy edit is often outside. When the database
 * does not answer, every method throws. Safe for many threads.
 */
public final class Matching {
  private static final Caller MACHINE = new Caller("gardefou");
  private static final Comparator<Hit> NEAREST_HIT_FIRST =
      Comparator.<Hit>comparingInt(hit -> hit.distance() == null ? 0 : hit.distance())
          .thenComparing(Hit::bank)
          .thenComparingLong(Hit::number);

  private final LiveIndex index;
  private final EntryStore entries;
  private final ExactStore exact;
  private final Films films;
  private final SightingLog sightings;
  private final FloodWatch floods;
  private final Clock clock;

  /** Works on a database in which the migrations of this package have run. */
  public Matching(JdbcClient sql, Clock clock) {
    this(sql, clock, new LiveIndex(sql, ForkJoinPool.commonPool()), new SightingLog(sql, clock));
  }

  Matching(JdbcClient sql, Clock clock, LiveIndex index, SightingLog sightings) {
    this.index = index;
    this.entries = new EntryStore(sql, clock);
    this.exact = new ExactStore(sql);
    this.films = new Films(sql, ForkJoinPool.commonPool());
    this.sightings = sightings;
    this.floods = new FloodWatch(clock);
    this.clock = clock;
  }

  /**
   * Looks up a picture: as stored and every view of every frame, turned and mirrored, with and
   * without a plain border, and the bytes of its file.
   */
  public MatchFindings lookUp(Picture picture) {
    Query query = Query.of(picture);
    boolean hashable = query.quality() >= PdqFingerprint.USABLE_QUALITY;
    Gathered.Named all = gathered(query.hashes(), signals(picture.digests()), true);
    return new MatchFindings(
        hashable, query.quality(), query.stored().hash(), all.matches(), all.overruled());
  }

  /**
   * Looks up a hash as it is. Turned and mirrored copies are not found: their hashes do not follow
   * from this one.
   */
  public List<BankMatch> lookUp(PdqHash hash) {
    return lookUpWithOverruled(hash).matches();
  }

  /** The same, with those that do not count. */
  Gathered.Named lookUpWithOverruled(PdqHash hash) {
    return gathered(Map.of(hash, Variant.AS_GIVEN), List.of(), false);
  }

  /**
   * Looks up a signal as it is, nearest first. PDQ hashes and the frames of videos are near each
   * other; everything else is the very same or not. A video without a frame that can be told from
   * others matches nothing, which says nothing: see {@link Signal#isTelling}.
   */
  public List<Hit> lookUp(Signal signal, LookUp wish) {
    List<Hit> hits =
        signal.isPdq()
            ? near(signal.pdq(), wish)
            : signal.isVpdq() ? films(signal, wish) : same(List.of(signal), wish);
    return hits.stream().sorted(NEAREST_HIT_FIRST).toList();
  }

  /** How many values of a type are in the banks, of entries that are not withdrawn. */
  public long count(SignalType type) {
    return type.equals(SignalType.PDQ) ? index.current().size() : exact.count(type);
  }

  /** The hashes of every frame and view of a picture, with and without a border, upright. */
  public static List<PdqHash> uprightHashes(Picture picture) {
    return Query.of(picture).hashes().entrySet().stream()
        .filter(look -> look.getValue().pose() == Pose.ORIGINAL)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A picture without its plain border; empty when it has none, or nothing much besides. */
  public static Optional<Cut> withoutBorder(Raster raster) {
    return Border.without(raster);
  }

  /** How many entries are in memory, in all banks together, without asking the database. */
  public long size() {
    return index.known().size();
  }

  private List<Hit> near(PdqHash hash, LookUp wish) {
    Map<PdqHash, Variant> asked = Map.of(hash, Variant.AS_GIVEN);
    Instant moment = clock.instant();
    Collection<Search.Found> found =
        index.search(now -> new Search(now, wish, moment, asked).run()).found();
    if (!wish.raw()) {
      found.forEach(one -> sightings.saw(one.number()));
    }
    // Those in quarantine are no answer for somebody who cannot be told that they are.
    return found.stream()
        .filter(one -> wish.raw() || !one.quarantined())
        .map(Search.Found::hit)
        .toList();
  }

  private List<Hit> films(Signal video, LookUp wish) {
    List<PdqHash> asked = video.frames();
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<Integer, BankSettings> open = index.current().banks();
    Instant moment = clock.instant();
    List<Hit> hits =
        films.search(shelves -> new FilmSearch(shelves, open, wish, moment).run(asked));
    if (!wish.raw()) {
      hits.forEach(hit -> sightings.saw(hit.number()));
    }
    return hits;
  }

  private List<Hit> same(List<Signal> signals, LookUp wish) {
    Index now = index.current();
    List<ExactStore.Same> all = exact.find(signals);
    Instant moment = clock.instant();
    return new Equality(now, wish, moment)
        .of(all).stream()
            .filter(one -> wish.raw() || !one.quarantined())
            .peek(one -> sightings.saw(one.number()))
            .map(one -> new Hit(one.bank().name(), one.bank().kind(), one.number(), null, null))
            .toList();
  }

  private Gathered.Named gathered(
      Map<PdqHash, Variant> hashes, List<Signal> file, boolean picture) {
    Instant moment = clock.instant();
    Gathered all = new Gathered();
    Search.Result near =
        index.search(now -> new Search(now, LookUp.EVERYWHERE, moment, hashes).run());
    near.found().forEach(one -> saw(one, picture));
    all.near(near);
    if (!file.isEmpty()) {
      List<ExactStore.Same> known = exact.find(file);
      Equality equality = new Equality(index.known(), LookUp.EVERYWHERE, moment);
      List<Equality.Same> same = equality.of(known);
      same.forEach(one -> sightings.saw(one.number()));
      all.same(same, equality.overruled(known));
    }
    return all.named(entries);
  }

  /**
   * Counts it, and watches for floods. Only of pictures that are here: anybody can make up hashes.
   * The look that matched is compared, so that poses and borders do not make a picture another.
   */
  private void saw(Search.Found one, boolean picture) {
    sightings.saw(one.number());
    if (picture && one.distance() > 0 && floods.isFlood(one.number(), one.hash())) {
      entries.quarantine(
          one.number(),
          "within an hour it was found in " + FloodWatch.FLOOD + " pictures unlike each other",
          clock.instant(),
          MACHINE.id());
    }
  }

  private static List<Signal> signals(FileDigests digests) {
    return Stream.of(
            Map.entry(SignalType.MD5, digests.md5()),
            Map.entry(SignalType.SHA1, digests.sha1()),
            Map.entry(SignalType.SHA256, digests.sha256()))
        .map(digest -> new Signal(digest.getKey(), digest.getValue()))
        .toList();
  }
}
