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
 * @param highest of any model on any picture, 0 to 1
 * @param agreed highest that two models reach on the same picture
 * @param leastHighest {@code highest} of the picture that has least of it; 0 without a picture
 * @param leastAgreed {@code agreed} of the picture that has least of it; 0 without a picture
 */
record Level(double highest, double agreed, double leastHighest, double leastAgreed) {
  /** Sums up what the models say: for each picture the score of each model. */
  static Level of(Collection<Map<String, Double>> pictures) {
    double highest = 0;
    double agreed = 0;
    double leastHighest = pictures.isEmpty() ? 0 : 1;
    double leastAgreed = leastHighest;
    for (Map<String, Double> byModel : pictures) {
      double first = 0;
      double second = 0;
      for (double value : byModel.values()) {
        second = Math.max(second, Math.min(first, value));
        first = Math.max(first, value);
      }
      double both = byModel.size() == 1 ? first : second;
      highest = Math.max(highest, first);
      agreed = Math.max(agreed, both);
      leastHighest = Math.min(leastHighest, first);
      leastAgreed = Math.min(leastAgreed, both);
    }
    return new Level(highest, agreed, leastHighest, leastAgreed);
  }
}
