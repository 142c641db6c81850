package eu.gardefou.policy;

/** The text of small policies. */
final class SmallPolicy {
  private SmallPolicy() {}

  /** A floor rule, two spaces in. */
  static String rule(String id, String when, String then) {
    return """
      - id: %s
        when: "%s"
        then: %s
        category: sexual
        text: It is not allowed.
    """
        .formatted(id, when.replace("\"", "\\\""), then);
  }

  /** A policy with these floor rules. */
  static String floor(String... rules) {
    return "name: small\nfloor:\n" + String.join("", rules);
  }

  /** The built-in policy with one rule that never fires. */
  static String builtInWithRuleAsleep(String rule) {
    String when = "(  - id: " + rule + "\n    when: )(>-\n(      .*\n)+|.*\n)";
    String text = Policies.builtInText().replaceFirst(when, "$1\"false\"\n");
    if (text.equals(Policies.builtInText())) {
      throw new AssertionError("the rule " + rule + " was not found");
    }
    return text;
  }
}
