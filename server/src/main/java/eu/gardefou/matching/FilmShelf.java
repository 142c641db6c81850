package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbour;
import eu.gardefou.hashing.index.Neighbours;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/** One bank's videos, changed in place. For one writer and many readers. */
final class FilmShelf {
  /** A film has fewer frames than this: they are numbered within it. */
  private static final int FRAME_BITS = 17;

  /** A frame that so many films have says nothing of any one of them. */
  private static final int MOST_OF_A_FRAME = 10_000;

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

  /** Takes a film, or, without frames, forgets it. */
  void put(long number, List<PdqHash> hashes, SetAside aside) {
    Film before = films.remove(number);
    int had = before == null ? 0 : before.frames();
    for (int place = hashes.size(); place < had; place++) {
      frames.remove(id(number, place));
    }
    for (int place = 0; place < hashes.size(); place++) {
      frames.put(id(number, place), hashes.get(place));
    }
    if (!hashes.isEmpty()) {
      films.put(number, new Film(hashes.size(), aside));
    }
  }

  /** Every film with a frame within the radius of one that is asked. */
  List<Shared> around(List<PdqHash> asked, int radius) {
    Map<Long, BitSet> places = new HashMap<>();
    Map<Long, Set<Long>> matched = new HashMap<>();
    int place = 0;
    for (Neighbours neighbours : frames.search(asked, radius, MOST_OF_A_FRAME)) {
      for (Neighbour near : neighbours.nearest()) {
        long film = near.id() >> FRAME_BITS;
        places.computeIfAbsent(film, _ -> new BitSet()).set(place);
        matched.computeIfAbsent(film, _ -> new HashSet<>()).add(near.id());
      }
      place++;
    }
    List<Shared> shared = new ArrayList<>();
    places.forEach((number, bits) -> {
      Film film = films.get(number);
      // Not while its frames are being put in or taken out.
      if (film != null) {
        int count = matched.getOrDefault(number, Set.of()).size();
        shared.add(new Shared(number, bits, count, film.frames(), film.aside()));
      }
    });
    return shared;
  }

  private static long id(long number, int place) {
    return number << FRAME_BITS | place;
  }
}
