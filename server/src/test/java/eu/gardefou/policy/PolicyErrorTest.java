package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a policy is told with its line and column. */
class PolicyErrorTest {
  /** A text with a {@code §} in front of the place that is wrong, and a part of the sentence. */
  record Mistake(String text, String sentence) {}

  static List<Mistake> mistakes() {
    return List.of(
        // The file.
        new Mistake("§", "a policy is a YAML mapping"),
        new Mistake("§- a\n", "a policy is a YAML mapping"),
        new Mistake("name: p\nfloor: [§", "this is not YAML"),
        new Mistake("name: p\nfloor:\n  - id: a\n   §then: refuse\n", "this is not YAML"),
        new Mistake("name: p\nfloor: []\n§--- \nname: q\nfloor: []\n", "this is not YAML"),
        new Mistake("name: p§\u0000\nfloor: []\n", "code 0 is not"),
        new Mistake("name: p\nfloor: §&a []\noverlays: *a\n", "no YAML anchors"),
        new Mistake("name: p\nfloor: §*a\n", "no YAML aliases"),
        new Mistake("name: §!!str p\nfloor: []\n", "no YAML tags"),
        new Mistake("name: p\nfloor: §!!java.net.URL []\n", "no YAML tags"),
        new Mistake("name: p\nfloor: " + "[".repeat(11) + "§" + "[".repeat(5), "too deeply"),
        // The policy.
        new Mistake("§floor: []\n", "a policy needs 'name'"),
        new Mistake("§name: p\n", "a policy needs 'floor'"),
        new Mistake("name: §Not A Word\nfloor: []\n", "lower-case words joined by hyphens"),
        new Mistake("name: §[p]\nfloor: []\n", "'name' is a text"),
        new Mistake("name: p\nfloor: §{}\n", "'floor' is a list"),
        new Mistake("name: p\nfloor:§\n", "'floor' is a list"),
        new Mistake(
            "name: p\nfloor: []\n§flour: []\n", "a policy has no key 'flour'; its keys are"),
        new Mistake("name: p\nfloor: []\n§name: q\n", "stands here a second time"),
        new Mistake("name: p\nfloor: []\n? §[a]\n: b\n", "a plain word"),
        // A rule.
        new Mistake("name: p\nfloor:\n  - §r\n", "a rule is a mapping"),
        new Mistake(rule("§id: a", "when: 'true'", "text: A."), "a rule needs 'then'"),
        new Mistake(rule("§id: a", "then: refuse", "text: A."), "a rule needs 'when'"),
        new Mistake(rule("§id: a", "when: 'true'", "then: refuse"), "a rule needs 'text'"),
        new Mistake(rule("§when: 'true'", "then: refuse", "text: A."), "a rule needs 'id'"),
        new Mistake(
            rule("id: a", "when: 'true'", "then: §forbid", "text: A."), "no decision 'forbid'"),
        new Mistake(rule("id: a", "when: 'true'", "then: §allow", "text: A."), "no rule allows"),
        new Mistake(
            rule("id: a", "when: 'true'", "then: refuse", "text: §no sentence"),
            "one plain sentence"),
        new Mistake(
            rule("id: §policy-error", "when: 'true'", "then: mark", "text: A."), "is taken"),
        new Mistake(
            rule("id: a", "when: 'true'", "then: mark", "text: A.")
                + "  - id: §a\n    when: 'true'\n    then: mark\n    text: A.\n    category: c\n",
            "is taken"),
        new Mistake(
            rule("id: a", "when: 'true'", "then: mark", "text: A.", "§unless: 'x'"),
            "no key 'unless'"),
        // An overlay.
        new Mistake(
            "name: p\nfloor: []\noverlays:\n  - §id: a\n    rules: []\n", "needs 'countries'"),
        new Mistake(
            "name: p\nfloor: []\noverlays:\n  - id: a\n    countries: [FR, §UK]\n    rules: []\n",
            "'UK' is no ISO 3166-1 country code"),
        new Mistake(
            """
            name: p
            floor: []
            overlays:
              - {id: a, countries: [NO]}
              - §{id: a, countries: [FR]}
            """,
            "another overlay 'a'"),
        // An example.
        new Mistake(example("§name: e", "kind: edit"), "an example needs 'expect'"),
        new Mistake(example("§name: e", "expect: allow"), "an example needs 'kind'"),
        new Mistake(
            example("name: e", "expect: allow", "kind: §edits"), "not one of generate, edit"),
        new Mistake(
            example("name: e", "expect: allow", "kind: edit", "consent: §yes"), "not one of none"),
        new Mistake(
            example("name: e", "expect: allow", "kind: edit", "text: {§sexuel: 1}"), "'sexuel'"),
        new Mistake(
            example("name: e", "expect: allow", "kind: edit", "text: {sexual: §1.5}"), "0 to 1"),
        new Mistake(
            example("name: e", "expect: allow", "kind: edit", "inputs: [{faces: [§old]}]"),
            "0 to 120"),
        new Mistake(
            example("name: e", "expect: allow", "kind: edit", "inputs: [{unhashable: §maybe}]"),
            "true or false"),
        new Mistake(
            example("name: e", "expect: allow", "kind: edit", "missing: §vision"), "is a list"),
        new Mistake(
            example("name: e", "expect: refuse", "kind: edit", "rules: [§nothing]"),
            "no rule 'nothing'"),
        new Mistake(
            example("§name: e", "expect: refuse", "kind: edit"), "names exactly the 'rules'"),
        new Mistake(
            example("name: e", "expect: §allow", "kind: upload"),
            "the example 'e' expects allow but gets refuse by uploads"),
        new Mistake(
            example("name: e", "expect: §review", "kind: upload", "rules: [uploads]"),
            "the example 'e' expects review by uploads but gets refuse by uploads"));
  }

  private static String rule(String... lines) {
    return "name: p\nfloor:\n  - " + String.join("\n    ", lines) + "\n    category: c\n";
  }

  private static String example(String... lines) {
    return SmallPolicy.floor(SmallPolicy.rule("uploads", "content.kind == 'upload'", "refuse"))
        + "examples:\n  - "
        + String.join("\n    ", lines)
        + "\n";
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldWithItsPlace(Mistake mistake) {
    int at = mistake.text().indexOf('§');
    String before = mistake.text().substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - before.lastIndexOf('\n');

    List<PolicyProblem> problems = problems(mistake.text().replace("§", ""));

    assertThat(problems).hasSize(1);
    PolicyProblem problem = problems.getFirst();
    assertThat(problem.sentence()).contains(mistake.sentence());
    assertThat(List.of(problem.line(), problem.column()))
        .as(problem.sentence())
        .isEqualTo(List.of(line, column));
  }

  @Test
  void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
    String text =
        SmallPolicy.floor(
                SmallPolicy.rule("a", "tier == 'free'", "forbid"),
                SmallPolicy.rule("a", "true", "refuse"))
            + "extra: 1\nexamples: [{name: e, kind: edit, expect: review, rules: [a]}]\n";

    assertThat(catchThrowableOfType(PolicyError.class, () -> Policies.load(text, "my.yaml")))
        .hasMessage(
            """
            my.yaml:4:12: a floor rule sees content and consent only, and 'tier' is neither
            my.yaml:5:11: there is no decision 'forbid'; it is one of allow, mark, review, refuse, refuse-and-report
            my.yaml:8:9: the rule id 'a' is taken
            my.yaml:13:1: a policy has no key 'extra'; its keys are examples, floor, name, overlays\
            """);
  }

  @Test
  void anAliasBombIsRefusedUnexpanded() {
    StringBuilder bomb = new StringBuilder("name: p\nfloor: []\na0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problems(bomb.toString()))
        .containsExactly(new PolicyProblem(3, 5, "a policy uses no YAML anchors"));
  }

  @Test
  void aTextThatIsTooLongIsRefusedUnread() {
    assertThat(problems("#".repeat(PolicyText.MOST_CHARACTERS + 1)))
        .containsExactly(new PolicyProblem(1, 1, "a policy has at most 1048576 characters"));
  }

  private static List<PolicyProblem> problems(String text) {
    return catchThrowableOfType(PolicyError.class, () -> Policies.load(text, "p")).problems();
  }
}
