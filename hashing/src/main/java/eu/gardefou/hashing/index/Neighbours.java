package eu.gardefou.hashing.index;

import java.util.List;

/**
 * The answer to a search.
 *
 * @param nearest nearest first, at the same distance the lower id first; as many as the caller
 *     asked for at most
 * @param more whether further ids lie within the radius; none of them comes before those given
 */
public record Neighbours(List<Neighbour> nearest, boolean more) {
  /** Keeps a copy of the list. */
  public Neighbours {
    nearest = List.copyOf(nearest);
  }

  /** Whether nothing lies within the radius. */
  public boolean isEmpty() {
    return nearest.isEmpty();
  }
}
