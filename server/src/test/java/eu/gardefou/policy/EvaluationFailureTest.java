package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that gives no answer refuses. */
class EvaluationFailureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 / content.input.count == 7",
        "content.missing[0] == 'vision'",
        "[true, 'x'][1]",
        "9223372036854775807 + content.input.count + 1 < 0"
      })
  void aRuleThatCannotBeEvaluatedRefuses(String when) {
    Policy policy = Policies.load(SmallPolicy.floor(SmallPolicy.rule("r", when, "mark")), "p");

    Verdict verdict = policy.judge(Kind.EDIT, Consent.NONE, List.of());

    assertThat(verdict.decision()).isEqualTo(Decision.REFUSE);
    assertThat(verdict.rules()).containsExactly("policy-error");
    assertThat(verdict.reasons().getFirst().category()).isEqualTo("unassessed");
  }

  @Test
  void theOtherRulesAreStillAsked() {
    Policy policy =
        Policies.load(
            SmallPolicy.floor(
                SmallPolicy.rule("broken", "1 / content.input.count == 7", "mark"),
                SmallPolicy.rule("broken-too", "1 / content.output.count == 7", "mark"),
                SmallPolicy.rule("works", "true", "refuse-and-report")),
            "p");

    Verdict verdict = policy.judge(Kind.EDIT, Consent.NONE, List.of());

    assertThat(verdict.rules()).containsExactly("works", "policy-error");
    assertThat(verdict.decision()).isEqualTo(Decision.REFUSE_AND_REPORT);
  }

  @Test
  void aRuleThatTakesTooManyStepsRefuses() {
    String when =
        "content.missing.all(a, content.missing.all(b, content.missing.all(c, a != 'x' && b != c || b == c)))";
    Policy policy = Policies.load(SmallPolicy.floor(SmallPolicy.rule("r", when, "mark")), "p");
    List<Signal> signals =
        IntStream.range(0, 40)
            .<Signal>mapToObj(i -> new Signal.NotAssessed(Signal.Part.INPUT, "check-" + i, "busy"))
            .toList();

    assertThat(policy.judge(Kind.EDIT, Consent.NONE, signals.subList(0, 3)).rules())
        .containsExactly("r", "check-missing");
    assertThat(policy.judge(Kind.EDIT, Consent.NONE, signals).rules())
        .containsExactly("policy-error", "check-missing");
  }
}
