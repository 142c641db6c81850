package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbour;
import eu.gardefou.hashing.index.Neighbours;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/** One bank's videos, changed in place. For one writer and many readers. */
final class FilmShelf {
  /** A film has fewer frames than this: they are numbered within it. */
  private static final int FRAME_BITS = 17;

  private static final int USUAL = 1_000;
  private static final int MOST = 1_000_000;

  private final HammingIndex frames;
  private final ConcurrentMap<Long, Film> films = new ConcurrentHashMap<>();

  FilmShelf(Executor background) {
    this.frames = HammingIndex.builder().rebuildOn(background).build();
  }

  private record Film(int frames, SetAside aside) {}

  /**
   * A film that shares frames with what was asked.
   *
   * @param asked the places of the frames that were asked and are near one of its own
   * @param matched how many of its own frames are near one that was asked
   * @param frames how many it has
   */
  record Shared(long number, BitSet asked, int matched, int frames, SetAside aside) {}

  /** Takes a film, or its new standing; a film's frames are never others. */
  void put(long number, List<PdqHash> hashes, SetAside aside) {
    if (hashes.isEmpty()) {
      return;
    }
    if (!films.containsKey(number)) {
      for (int place = 0; place < hashes.size(); place++) {
        frames.put(id(number, place), hashes.get(place));
      }
    }
    films.put(number, new Film(hashes.size(), aside));
  }

  /** Forgets a film. */
  void remove(long number) {
    Film film = films.remove(number);
    for (int place = 0; film != null && place < film.frames(); place++) {
      frames.remove(id(number, place));
    }
  }

  /** Every film with a frame within the radius of one that is asked. */
  List<Shared> around(List<PdqHash> asked, int radius) {
    Map<Long, BitSet> places = new HashMap<>();
    Map<Long, BitSet> matched = new HashMap<>();
    for (int place = 0; place < asked.size(); place++) {
      for (Neighbour near : around(asked.get(place), radius)) {
        long film = near.id() >> FRAME_BITS;
        places.computeIfAbsent(film, _ -> new BitSet()).set(place);
        int own = (int) (near.id() & (1 << FRAME_BITS) - 1);
        matched.computeIfAbsent(film, _ -> new BitSet()).set(own);
      }
    }
    List<Shared> shared = new ArrayList<>();
    places.forEach((number, bits) -> {
      Film film = films.get(number);
      // Not while its frames are being put in or taken out.
      if (film != null) {
        int count = Objects.requireNonNull(matched.get(number)).cardinality();
        shared.add(new Shared(number, bits, count, film.frames(), film.aside()));
      }
    });
    return shared;
  }

  /**
   * All of them, or an exception: an answer without some would be a match that is missed.
   *
   * @throws IllegalStateException when too many films have the frame
   */
  private List<Neighbour> around(PdqHash frame, int radius) {
    Neighbours some = frames.search(frame, radius, USUAL);
    if (some.more()) {
      some = frames.search(frame, radius, MOST);
    }
    if (some.more()) {
      throw new IllegalStateException("more than " + MOST + " frames are near one that is asked");
    }
    return some.nearest();
  }

  private static long id(long number, int place) {
    return number << FRAME_BITS | place;
  }
}
