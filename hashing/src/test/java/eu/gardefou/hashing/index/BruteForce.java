package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answer that every index must give, found by comparing everything. */
final class BruteForce {
  private BruteForce() {}

  static Neighbours search(Map<Long, PdqHash> bank, PdqHash hash, int radius, int limit) {
    List<Neighbour> all =
        bank.entrySet().stream()
            .map(entry -> new Neighbour(entry.getKey(), entry.getValue().distance(hash)))
            .filter(neighbour -> neighbour.distance() <= radius)
            .sorted()
            .collect(Collectors.toList());
    return new Neighbours(all.subList(0, Math.min(limit, all.size())), all.size() > limit);
  }
}
