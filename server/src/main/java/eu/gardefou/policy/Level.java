package eu.gardefou.policy;

import java.util.Collection;
import java.util.Map;

/**
 * One measure over all pictures of a side.
 *
 * <p>The models are weak: one alone calls an apple, a box or a clothed person explicit. So each
 * picture has two values: the highest that any one model gives, and the highest that two models
 * reach. When only one model looked at it, its word counts as agreed: nobody was there to object.
 *
 * <p>The baseline is what a result is measured against. Where there are faces it is the least of
 * the pictures with a face, so that no extra picture in a request, and no mask, hides a rise. Where
 * there are none it is the highest of all, since a result may show any of them.
 *
 * @param highest of any model on any picture, 0 to 1
 * @param agreed highest that two models reach on the same picture
 * @param baseHighest baseline for {@code highest} of a result
 * @param baseAgreed baseline for {@code agreed} of a result
 */
record Level(double highest, double agreed, double baseHighest, double baseAgreed) {

  /**
   * What the models say of one picture.
   *
   * @param byModel score of each model, 0 to 1
   */
  record Scored(boolean face, Map<String, Double> byModel) {
    double highest() {
      return byModel.values().stream().mapToDouble(value -> value).max().orElse(0);
    }

    double agreed() {
      int disputed = byModel.size() > 1 ? 1 : 0;
      return byModel.values().stream()
          .sorted((a, b) -> Double.compare(b, a))
          .skip(disputed)
          .findFirst()
          .orElse(0.0);
    }
  }

  static Level of(Collection<Scored> pictures) {
    double highest = 0;
    double agreed = 0;
    double leastHighest = 1;
    double leastAgreed = 1;
    boolean faces = false;
    for (Scored picture : pictures) {
      double one = picture.highest();
      double two = picture.agreed();
      highest = Math.max(highest, one);
      agreed = Math.max(agreed, two);
      if (picture.face()) {
        faces = true;
        leastHighest = Math.min(leastHighest, one);
        leastAgreed = Math.min(leastAgreed, two);
      }
    }
    return new Level(highest, agreed, faces ? leastHighest : highest, faces ? leastAgreed : agreed);
  }
}
