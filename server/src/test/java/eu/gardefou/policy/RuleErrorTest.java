package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake inside a rule is found where it stands in the file, however YAML writes the rule. */
class RuleErrorTest {
  private static final String HEAD = "name: p\nfloor:\n  - id: a\n    then: refuse\n";
  private static final String TAIL = "\n    category: c\n    text: A.\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    when: §tier == 'free'",
        "    when: content.kind == 'edit' && §tier == 'free'",
        "    when: content.kind == 'edit'\n      &&  §tier == 'free'",
        "    when:\n      content.kind == 'edit'\n\n      || §tier == 'free'",
        "    when: '§tier == ''free'''",
        "    when: 'content.kind == ''edit'' && §tier == ''free'''",
        "    when: 'content.kind == ''edit''\n\n       && §tier == ''free'''",
        "    when: \"§tier == 'free'\"",
        "    when: \"content.kind == \\\"edit\\\" && §tier == 'free'\"",
        "    when: \"content.kind\\x20==\\u0020'edit'\\n\\t&&\\\n       \\ §tier == 'free'\"",
        "    when: \"'\\u00e9\\U0001F600\\xe9' == 'x' || §tier == 'free'\"",
        "    when: \"'\uD83D\uDE00' == 'x'\n      || §tier == 'free'\"",
        "    when: |\n      §tier == 'free'",
        "    when: |\n      content.kind == 'edit'\n        && content.input.count > 0\n\n      && §tier == 'free'",
        "    when: |2-  # a note, not the rule\n        content.kind == 'edit'\n        && §tier == 'free'",
        "    when: >\n      content.kind == 'edit'\n      && §tier == 'free'",
        "    when: >-\n      content.kind == 'edit'\n\n        && content.input.count > 0\n      && §tier == 'free'\n",
        "    when: >+\n      (content.kind == 'edit'\n      && (§tier == 'free'))\n\n"
      })
  void aWordThatTheFloorDoesNotKnow(String when) {
    String sentence = "a floor rule sees content and consent only, and 'tier' is neither";
    String marked = HEAD + when + TAIL;
    assertThat(problems(marked.replace("§", ""))).containsExactly(expected(marked, sentence));
  }

  /** A rule with a {@code §} in front of what is wrong, and how the sentence begins. */
  record Mistake(String rule, String sentence) {}

  static List<Mistake> mistakes() {
    return List.of(
        new Mistake(
            "content.text§.sexual", "this is no rule: expected type 'bool' but found 'double'"),
        new Mistake(
            "§content.text.sexuel >= 0.5",
            "there is no 'content.text.sexuel'; did you mean 'content.text.sexual'?"),
        new Mistake("§content.anything > 1", "there is no 'content.anything'"),
        new Mistake(
            "§consents == 'none'",
            "a floor rule sees content and consent only, and 'consents' is neither"),
        new Mistake(
            "content.text.sexual §>= '1'",
            "this is no rule: found no matching overload for '_>=_' applied to '(double, string)'"),
        new Mistake(
            "content.kind == §'edits'",
            "'content.kind' is never 'edits'; it is one of edit, generate, upload"),
        new Mistake("§'edits' != content.kind", "'content.kind' is never 'edits'"),
        new Mistake("content.kind in ['edit', §'edits']", "'content.kind' is never 'edits'"),
        new Mistake("consent == §'given'", "'consent' is never 'given'; it is one of none"),
        new Mistake("content.text.sexual > §50", "'content.text.sexual' is a number from 0 to 1"),
        new Mistake(
            "content.rise.explicit > §1.5", "'content.rise.explicit' is a number from 0 to 1"),
        new Mistake("content.kind.matches§('e.*')", "a rule has no function 'matches'"),
        new Mistake(
            "timestamp§('2026-01-01T00:00:00Z') == 1", "a rule has no function 'timestamp'"),
        new Mistake("content.input.count > 0 &&§& true", "this is no rule: "),
        new Mistake("content§.missing", "this is no rule: expected type 'bool' but found"),
        new Mistake("content.missing.map§(m, m) == []", "a rule has no function 'map'"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void anythingElseThatIsWrong(Mistake mistake) {
    String marked = HEAD + "    when: >-\n      " + mistake.rule() + TAIL;

    PolicyProblem first = problems(marked.replace("§", "")).getFirst();

    assertThat(first.sentence()).startsWith(mistake.sentence());
    assertThat(first).isEqualTo(expected(marked, first.sentence()));
  }

  @Test
  void aRuleOfUnreasonableSizeIsRefused() {
    String wide = String.join(" || ", Collections.nCopies(150, "content.input.count == 1"));
    String deep = "(".repeat(60) + "true" + ")".repeat(60);
    String many = String.join("||", Collections.nCopies(390, "true"));

    for (String when : List.of(wide, deep, many)) {
      assertThat(problems(HEAD + "    when: >-\n      " + when + TAIL))
          .allSatisfy(problem -> assertThat(problem.sentence()).contains("limit"))
          .isNotEmpty();
    }
  }

  /** However a text is wrapped into lines and quoted, every visible character is found again. */
  @Test
  void anyPlaceOfAnyWrappingIsFound() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      StringBuilder rule = new StringBuilder("(");
      int count = 2 + random.nextInt(8);
      for (int w = 0; w < count; w++) {
        rule.append("true").append(random.nextInt(3) == 0 ? "\n      " : " ").append("|| ");
        rule.append(random.nextBoolean() ? "'é\uD83D\uDE00' == 'it'" : "[1, 2] == []")
            .append(" || ");
      }
      rule.append("§tier == 'free')");
      String marked = HEAD + "    when: " + quoted(rule.toString(), random.nextInt(5)) + TAIL;
      assertThat(problems(marked.replace("§", "")))
          .as(marked)
          .containsExactly(
              expected(
                  marked, "a floor rule sees content and consent only, and 'tier' is neither"));
    }
  }

  private static String quoted(String rule, int style) {
    return switch (style) {
      case 0 -> rule;
      case 1 -> "'" + rule.replace("'", "''") + "'";
      case 2 -> "\"" + rule.replace("é", "\\u00e9").replace("\n", "\\\n") + "\"";
      case 3 -> "|\n      " + rule;
      default -> ">-\n      " + rule;
    };
  }

  private static PolicyProblem expected(String marked, String sentence) {
    String before = marked.substring(0, marked.indexOf('§'));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    String start = before.substring(before.lastIndexOf('\n') + 1);
    return new PolicyProblem(line, start.codePointCount(0, start.length()) + 1, sentence);
  }

  private static List<PolicyProblem> problems(String text) {
    return catchThrowableOfType(PolicyError.class, () -> Policies.load(text, "p")).problems();
  }
}
