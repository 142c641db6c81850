package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Finds, among millions of PDQ hashes, all within a radius: exactly, none missed and none too many.
 *
 * <p><strong>How.</strong> Multi-index hashing (Norouzi, Punjani and Fleet: Fast Search in Hamming
 * Space with Multi-Index Hashing, 2012). A hash is cut into 16 bands of 16 bits; within a radius of
 * 31 at least one band is off by one bit at most, so 17 buckets of each of 16 tables hold every
 * candidate, 0.4 % of an evenly spread bank. Beside each entry stands the neighbouring band, which
 * rules out nearly all of those before their hashes are fetched. The comment of the class
 * Thresholds has the proof. Memory is 136 bytes a hash and 4 MiB for the tables.
 *
 * <p><strong>What it guarantees.</strong>
 *
 * <ul>
 *   <li>Every answer is that of a comparison with all hashes, whatever the radius from 0 to {@value
 *       #MOST_RADIUS}.
 *   <li>An answer is that of one moment between call and return; a search that begins after {@link
 *       #put} or {@link #remove} returned knows of it. Searches take no lock and never wait.
 *   <li>No bank makes a query slow without end: equal hashes are one candidate; where hashes crowd,
 *       as nearly blank pictures do, they are kept apart from the tables and read ring by ring;
 *       what probing would cost is counted beforehand, and thresholds that avoid crowded buckets,
 *       or a scan of all hashes, are taken when they are cheaper. So the worst costs a few scans.
 * </ul>
 *
 * <p>What was put or removed since the tables were built lies in a log that is scanned with every
 * search; when it grows long, new tables are built on the given executor while searches go on with
 * the old ones. Each new table takes its predecessor's place at once; so leave half as much memory
 * again. Safe for many threads.
 *
 * <p>Plain Java: the Vector API is still an incubating module, which a library cannot ask its users
 * to switch on.
 */
public final class HammingIndex {
  /** The greatest radius that can be asked for. */
  public static final int MOST_RADIUS = 63;

  /** Up to this distance two pictures are usually the same, as upstream advises. */
  public static final int USUAL_RADIUS = 31;

  private final LiveBank bank;

  private HammingIndex(LiveBank bank) {
    this.bank = bank;
  }

  /** Collects what an index is to begin with. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The index that {@link #save} saved.
   *
   * @throws UnreadableIndexException when the file is damaged, cut short, foreign or of another
   *     version; build the index anew then
   * @throws IOException when the file cannot be read at all
   */
  public static HammingIndex open(Path file) throws IOException {
    return builder().load(file).build();
  }

  /**
   * Adds a hash, or changes the one that the id has. Many ids may have the same hash.
   *
   * @return whether the id was not there before
   * @throws IllegalStateException when there are 536,870,909 hashes already
   */
  public boolean put(long id, PdqHash hash) {
    return bank.put(id, hash);
  }

  /**
   * Removes an id and its hash.
   *
   * @return whether the id was there
   */
  public boolean remove(long id) {
    return bank.remove(id);
  }

  /** How many ids there are. */
  public int size() {
    return bank.size();
  }

  /**
   * All ids whose hashes lie within the radius, or the nearest of them.
   *
   * @param radius 0 to {@value #MOST_RADIUS}; {@link #USUAL_RADIUS} as a rule
   * @param limit how many at most, at least 1
   */
  public Neighbours search(PdqHash hash, int radius, int limit) {
    return search(List.of(hash), radius, limit).get(0);
  }

  /**
   * As {@link #search(PdqHash, int, int)} for each of the hashes, all at the same moment. For
   * hashes that need a scan this is quicker than one after another.
   *
   * @return an answer for each hash, in their order
   */
  public List<Neighbours> search(List<PdqHash> hashes, int radius, int limit) {
    return searchCounted(hashes, radius, limit).stream().map(Query::answer).toList();
  }

  /** Answers with what they cost. */
  List<Query> searchCounted(List<PdqHash> hashes, int radius, int limit) {
    if (radius < 0 || radius > MOST_RADIUS) {
      throw new IllegalArgumentException("a radius is 0 to " + MOST_RADIUS + ", not " + radius);
    }
    if (limit < 1) {
      throw new IllegalArgumentException("at least 1 neighbour is asked for, not " + limit);
    }
    return bank.now().search(hashes, radius, limit);
  }

  /**
   * Saves what is in the index now, while searches and changes go on. An existing file is replaced
   * when the new one is complete.
   */
  public void save(Path file) throws IOException {
    IndexFile.save(bank.now(), file);
  }

  /**
   * Builds new tables from all there is, at once and in this thread. Never necessary: it happens by
   * itself.
   */
  public void rebuild() {
    bank.rebuild();
  }

  LiveBank bank() {
    return bank;
  }

  /** Collects what an index is to begin with. Used by one thread; for one index. */
  public static final class Builder {
    private static final int REBUILD_AFTER = 32_768;

    private Executor executor = ForkJoinPool.commonPool();
    private int rebuildAfter = REBUILD_AFTER;
    private Tuning tuning = Tuning.MEASURED;
    private Rows rows = new Rows(0);

    private Builder() {}

    /** Where new tables are built in the background; the common pool unless said otherwise. */
    public Builder rebuildOn(Executor background) {
      this.executor = background;
      return this;
    }

    /**
     * After how many changes new tables are built, and one more for every 256 hashes; {@value
     * #REBUILD_AFTER} unless said otherwise. Every search scans what was changed since, in about 1
     * ns each.
     */
    public Builder rebuildAfter(int changes) {
      if (changes < 1) {
        throw new IllegalArgumentException("at least 1 change calls for new tables");
      }
      this.rebuildAfter = changes;
      return this;
    }

    Builder tuning(Tuning chosen) {
      this.tuning = chosen;
      return this;
    }

    /** Makes room for that many hashes at once, which spares the memory of growing. */
    public Builder expect(int hashes) {
      rows.makeRoom(hashes);
      return this;
    }

    /** Adds a hash. Of several hashes with one id the last holds. */
    public Builder add(long id, PdqHash hash) {
      rows.add(id, hash);
      return this;
    }

    /**
     * Adds all that {@link HammingIndex#save} saved.
     *
     * @throws UnreadableIndexException when the file is damaged, cut short, foreign or of another
     *     version; nothing of it was added
     * @throws IOException when the file cannot be read at all
     */
    public Builder load(Path file) throws IOException {
      Rows saved = IndexFile.open(file);
      if (rows.size() == 0) {
        rows = saved;
      } else {
        rows.addAll(saved);
      }
      return this;
    }

    /** The index. The builder is empty then. */
    public HammingIndex build() {
      Rows whole = rows;
      rows = new Rows(0);
      whole.sort();
      return new HammingIndex(new LiveBank(whole, executor, rebuildAfter, tuning));
    }
  }
}
