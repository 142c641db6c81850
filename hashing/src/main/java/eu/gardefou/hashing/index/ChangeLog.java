package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What was put and removed since a snapshot was made, in order. One writer at a time, any number of
 * readers, who take no lock and never see half a change.
 *
 * <p>A reader takes a {@link Moment}: how many changes there are, then the columns. A change counts
 * for that moment when its place is lower, and holds when no later change of the same id counts as
 * well. A writer fills a place and everything that points to it before it raises the volatile
 * {@code size}; so what counts is seen whole, and what else a reader meets has a place too high to
 * count.
 */
final class ChangeLog {
  /** Nothing was changed. Never written to. */
  static final ChangeLog NONE = new ChangeLog();

  private static final int NEVER = Integer.MAX_VALUE;
  private static final int FIRST_ROOM = 64;

  private volatile Columns columns = new Columns(FIRST_ROOM);
  private volatile int size;

  int size() {
    return size;
  }

  /** For the writer only. */
  void put(long id, PdqHash hash) {
    Columns roomy = roomyColumns();
    roomy.setWords(size, hash);
    append(roomy, id, false);
  }

  /** For the writer only. */
  void remove(long id) {
    append(roomyColumns(), id, true);
  }

  /** The place of the id's latest change, or -1. For the writer only. */
  int latest(long id) {
    int first = columns.firstChange(id, size);
    return first < 0 ? first : columns.latest[first];
  }

  /** What that change put; null when it removed. For the writer only. */
  @Nullable PdqHash hash(int place) {
    return columns.removals[place] ? null : columns.hash(place);
  }

  /** What counts from now on, for one reader. */
  Moment now() {
    // The size first: the columns are then at least as new.
    int seen = size;
    return new Moment(columns, seen);
  }

  private void append(Columns roomy, long id, boolean isRemoval) {
    int place = size;
    roomy.ids[place] = id;
    roomy.removals[place] = isRemoval;
    roomy.superseded[place] = NEVER;
    int first = roomy.firstChange(id, place);
    if (first < 0) {
      first = place;
      roomy.enter(place);
    } else {
      roomy.superseded[roomy.latest[first]] = place;
    }
    roomy.latest[first] = place;
    size = place + 1;
  }

  private Columns roomyColumns() {
    Columns now = columns;
    if (size == now.ids.length) {
      now = now.twiceAsLong();
      columns = now;
    }
    return now;
  }

  /** The changes that count for one reader. */
  record Moment(Columns columns, int seen) {
    /** Whether the id was put or removed. */
    boolean changes(long id) {
      return seen > 0 && columns.firstChange(id, seen) >= 0;
    }

    long id(int place) {
      return columns.ids[place];
    }

    /** What that change put; empty when it removed. */
    Optional<PdqHash> hash(int place) {
      return columns.removals[place] ? Optional.empty() : Optional.of(columns.hash(place));
    }

    /** Offers what was put and still holds, unless {@code newer} changes it. */
    void search(Query query, Moment newer) {
      int place = query.nextWithin(columns.words, 0, seen);
      while (place < seen) {
        boolean holds = !columns.removals[place] && columns.superseded[place] >= seen;
        if (holds && !newer.changes(columns.ids[place])) {
          int distance = query.distance(columns.words, place * Bands.WORDS);
          query.offerCurrent(columns.ids[place], distance);
        }
        place = query.nextWithin(columns.words, place + 1, seen);
      }
      query.work().scanned += seen;
    }
  }

  /** One place a change, and a hash table with linear probing from ids to their first change. */
  private static final class Columns {
    private final long seed;
    private final long[] ids;
    private final long[] words;
    private final boolean[] removals;

    /** By place: the place of the next change of the same id. */
    private final int[] superseded;

    /** By the place of an id's first change: that of its latest. Read by the writer only. */
    private final int[] latest;

    /** Places plus one; 0 is free. At most half full. */
    private final int[] table;

    Columns(int room) {
      this(
          new SplittableRandom().nextLong(),
          new long[room],
          new long[room * Bands.WORDS],
          new boolean[room],
          new int[room],
          new int[room]);
    }

    private Columns(
        long seed, long[] ids, long[] words, boolean[] removals, int[] superseded, int[] latest) {
      this.seed = seed;
      this.ids = ids;
      this.words = words;
      this.removals = removals;
      this.superseded = superseded;
      this.latest = latest;
      this.table = new int[ids.length * 2];
    }

    Columns twiceAsLong() {
      int room = ids.length * 2;
      Columns grown =
          new Columns(
              seed,
              Arrays.copyOf(ids, room),
              Arrays.copyOf(words, room * Bands.WORDS),
              Arrays.copyOf(removals, room),
              Arrays.copyOf(superseded, room),
              Arrays.copyOf(latest, room));
      for (int place = 0; place < ids.length; place++) {
        if (firstChange(ids[place], ids.length) == place) {
          grown.enter(place);
        }
      }
      return grown;
    }

    void setWords(int place, PdqHash hash) {
      int at = place * Bands.WORDS;
      words[at] = hash.w0();
      words[at + 1] = hash.w1();
      words[at + 2] = hash.w2();
      words[at + 3] = hash.w3();
    }

    PdqHash hash(int place) {
      int at = place * Bands.WORDS;
      return new PdqHash(words[at], words[at + 1], words[at + 2], words[at + 3]);
    }

    /** The place of the id's first change among those before {@code seen}, or -1. */
    int firstChange(long id, int seen) {
      int bucket = bucket(id);
      while (true) {
        int place = table[bucket] - 1;
        // Places are entered in order: from one too high on, there was nothing yet.
        if (place < 0 || place >= seen) {
          return -1;
        }
        if (ids[place] == id) {
          return place;
        }
        bucket = bucket + 1 & table.length - 1;
      }
    }

    void enter(int place) {
      int bucket = bucket(ids[place]);
      while (table[bucket] != 0) {
        bucket = bucket + 1 & table.length - 1;
      }
      table[bucket] = place + 1;
    }

    private int bucket(long id) {
      return (int) Mixing.mixed(id ^ seed) & table.length - 1;
    }
  }
}
