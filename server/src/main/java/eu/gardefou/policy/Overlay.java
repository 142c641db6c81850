package eu.gardefou.policy;

import java.util.List;
import java.util.Set;

/**
 * Rules that some countries add to the floor.
 *
 * @param countries ISO 3166-1 alpha-2 codes
 */
record Overlay(String id, Set<String> countries, List<Rule> rules) {
  /** Whether it applies; an unknown country means every overlay. */
  boolean applies(Context context) {
    String country = Vocabulary.country(context);
    return country.isEmpty() || countries.contains(country);
  }
}
