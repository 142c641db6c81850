package eu.gardefou.policy;

import eu.gardefou.policy.PolicyText.Place;
import eu.gardefou.policy.RuleLanguage.Condition;

/**
 * One rule, compiled.
 *
 * @param place of its identifier in the file
 */
record Rule(Reason reason, Condition condition, Place place) {
  String id() {
    return reason.rule();
  }
}
