package eu.gardefou.lineage;

import eu.gardefou.hashing.PdqHash;
import java.util.List;

/**
 * A picture that was seen before.
 *
 * @param origins its first ancestors; none when it is one
 * @param bared how much of its people became bare since them, step by step
 */
record Known(
    long id, List<PdqHash> looks, List<Long> origins, List<Numbers> numbers, double bared) {
  boolean isOrigin() {
    return origins.isEmpty();
  }

  /** What it goes back to, itself when nothing was before it. */
  List<Long> beginnings() {
    return isOrigin() ? List.of(id) : origins;
  }
}
