package eu.gardefou.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one picture.
 *
 * <p>Its first ancestor is itself as it was first seen, when it came from outside: no later picture
 * that somebody else makes from it, and from another one, can give it another ancestor. Otherwise
 * they are those of the earliest picture that looks like it.
 *
 * @param looks how it looks
 * @param same the picture that it is, within {@value #SAME} bits; null when it has to be remembered
 * @param near every picture that looks like it
 * @param firsts its first ancestors; none when it is new
 * @param chain the first ancestors of all that look like it, oldest first
 * @param bared how much of its people became bare since its first ancestors: what is known of those
 *     nearest to it, since its ancestors and what others made of it look like it too
 */
record Found(
    Looks looks,
    @Nullable Known same,
    List<Long> near,
    List<Known> firsts,
    List<Long> chain,
    double bared) {
  /** A picture that was merely saved again is not worth another row. */
  static final int SAME = 8;

  /** Nobody needs more ancestors, or can make others carry them. */
  static final int MOST = 16;

  /** A picture of which nothing is known. */
  static Found unknown(Looks looks) {
    return new Found(looks, null, List.of(), List.of(), List.of(), 0);
  }

  static Found of(Looks looks, Collection<Long> hits, Map<Long, Known> known) {
    List<Known> near =
        hits.stream()
            .filter(known::containsKey)
            .map(known::get)
            .sorted(Comparator.comparingLong(Known::id))
            .toList();
    if (near.isEmpty()) {
      return unknown(looks);
    }
    SortedSet<Long> chain = new TreeSet<>();
    near.forEach(picture -> chain.addAll(picture.beginnings()));
    List<Known> firsts = firsts(looks, near, chain, known);
    return new Found(
        looks,
        same(looks, near, ids(firsts)),
        near.stream().map(Known::id).toList(),
        firsts,
        chain.stream().limit(MOST).toList(),
        bared(looks, near));
  }

  private static List<Known> firsts(
      Looks looks, List<Known> near, SortedSet<Long> chain, Map<Long, Known> known) {
    for (long origin : chain) {
      Known itself = known.get(origin);
      if (itself != null && itself.isOrigin() && looks.distance(itself.looks()) <= Recent.RADIUS) {
        return List.of(itself);
      }
    }
    return near.getFirst().beginnings().stream()
        .filter(known::containsKey)
        .map(known::get)
        .toList();
  }

  /**
   * Of the very same hashes the barest, or else of all that are nearly as near as the nearest: a
   * picture that is saved again keeps its past.
   */
  private static double bared(Looks looks, List<Known> near) {
    int least = near.stream().mapToInt(one -> looks.distance(one.looks())).min().orElse(0);
    int most = least == 0 ? 0 : least + SAME;
    return near.stream()
        .filter(one -> looks.distance(one.looks()) <= most)
        .mapToDouble(Known::bared)
        .max()
        .orElse(0);
  }

  private static @Nullable Known same(Looks looks, List<Known> near, List<Long> firsts) {
    Known nearest = null;
    int least = SAME + 1;
    for (Known picture : near) {
      int distance = looks.distance(picture.looks());
      if (distance < least && picture.beginnings().equals(firsts)) {
        nearest = picture;
        least = distance;
      }
    }
    return nearest;
  }

  static List<Long> ids(List<Known> pictures) {
    List<Long> ids = new ArrayList<>();
    pictures.forEach(picture -> ids.add(picture.id()));
    return ids;
  }
}
