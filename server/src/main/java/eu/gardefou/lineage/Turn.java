package eu.gardefou.lineage;

import java.util.List;

/**
 * A request that is remembered.
 *
 * @param id its number
 * @param origins what its results go back to; none when it had no picture
 */
public record Turn(long id, List<Long> origins) {
  /** Keeps its own copy. */
  public Turn {
    origins = List.copyOf(origins);
  }
}
