package eu.gardefou.console;

import java.util.List;

/**
 * All checks in groups, and one sentence on the whole.
 *
 * @param tone style of the sentence
 * @param shape shown beside the sentence
 */
record SystemState(List<Group> groups, String tone, String shape, String summary) {
  /** Checks that belong together. */
  record Group(String title, List<CheckState> checks) {}

  static SystemState of(List<Group> groups, Words words) {
    long failing = count(groups, Condition.FAILING);
    long off = count(groups, Condition.OFF);
    if (failing > 0) {
      return new SystemState(
          groups, "stop", "failing", words.say("overview.summary.failing", failing));
    }
    if (off > 0) {
      return new SystemState(groups, "care", "off", words.say("overview.summary.off", off));
    }
    return new SystemState(groups, "good", "on", words.say("overview.summary.on"));
  }

  private static long count(List<Group> groups, Condition condition) {
    return groups.stream()
        .flatMap(group -> group.checks().stream())
        .filter(check -> check.condition() == condition)
        .count();
  }
}
