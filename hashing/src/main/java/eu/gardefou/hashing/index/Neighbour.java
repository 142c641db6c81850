package eu.gardefou.hashing.index;

import java.util.Comparator;

/**
 * An id whose hash lies near the one that was asked for.
 *
 * @param id the caller's own
 * @param distance in how many of the 256 bits the two hashes differ
 */
public record Neighbour(long id, int distance) implements Comparable<Neighbour> {
  private static final Comparator<Neighbour> NEAREST_FIRST =
      Comparator.comparingInt(Neighbour::distance).thenComparingLong(Neighbour::id);

  /** Nearest first; at the same distance, the lower id first. */
  @Override
  public int compareTo(Neighbour other) {
    return NEAREST_FIRST.compare(this, other);
  }
}
