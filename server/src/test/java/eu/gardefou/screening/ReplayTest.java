package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Another policy on past decisions. */
final class ReplayTest {
  private static final String UNDRESSING =
      "[{\"signal\":\"text\",\"concept\":\"undress\",\"strength\":0.9,\"rule\":\"en:x\","
          + "\"language\":\"en\"}]";
  private static final String NOWHERE = "{\"country\":null}";

  @Test
  void theSamePolicyDecidesTheSame() {
    Comparison comparison =
        replay(
            Policies.builtIn(),
            entry("refuse", List.of("sexualised-request"), UNDRESSING, NOWHERE),
            entry("allow", List.of(), "[]", NOWHERE));
    assertThat(comparison.read()).isEqualTo(2);
    assertThat(comparison.same()).isEqualTo(2);
    assertThat(comparison.otherRules()).isZero();
    assertThat(comparison.begins()).isEmpty();
    assertThat(comparison.ends()).isEmpty();
    assertThat(comparison.left()).isEmpty();
  }

  @Test
  void everyChangeIsCountedWithItsRules() {
    DecisionEntry refused = entry("refuse", List.of("sexualised-request"), UNDRESSING, NOWHERE);
    DecisionEntry allowed = entry("allow", List.of(), "[]", NOWHERE);
    Comparison comparison =
        replay(
            policy(
                rule("hint", "content.text.undress > 0.5", "review")
                    + rule("calm", "content.text.undress < 0.5", "mark")),
            refused,
            allowed,
            allowed);
    assertThat(comparison.laxer()).isEqualTo(1);
    assertThat(comparison.stricter()).isEqualTo(2);
    assertThat(comparison.begins()).containsEntry("hint", 1L).containsEntry("calm", 2L);
    assertThat(comparison.ends()).containsEntry("sexualised-request", 1L);
    var laxer =
        comparison.transitions().get(new Comparison.Transition(Decision.REFUSE, Decision.REVIEW));
    assertThat(Objects.requireNonNull(laxer).ids()).containsExactly(refused.id());
    assertThat(String.valueOf(comparison.json().get("transitions")))
        .contains("{from=allow, to=mark, count=2, decisions=[");
  }

  @Test
  void whatCannotBeReadIsCountedByName() {
    Comparison comparison =
        replay(
            Policies.builtIn(),
            entry("allow", List.of(), "[{\"signal\":\"of-tomorrow\"}]", NOWHERE),
            entry("allow", List.of(), "[{\"signal\":\"text\"}]", NOWHERE),
            entry("allow", List.of(), "broken", NOWHERE),
            entry("perhaps", List.of(), "[]", NOWHERE));
    assertThat(comparison.judged()).isZero();
    assertThat(comparison.read()).isEqualTo(4);
    assertThat(comparison.left())
        .containsEntry("cannot be read: a signal 'of-tomorrow'", 1L)
        .containsEntry("cannot be read: a signal 'text' without 'concept'", 1L)
        .containsEntry("cannot be read: the record", 2L);
  }

  @Test
  void anOlderShapeIsJudgedAndNamed() {
    String score =
        "[{\"signal\":\"score\",\"part\":\"input\",\"index\":0,\"measure\":\"explicit\","
            + "\"value\":0.9,\"model\":\"one\",\"version\":\"v\"}]";
    Comparison comparison =
        replay(Policies.builtIn(), entry("refuse", List.of("sexual-picture"), score, null));
    assertThat(comparison.same()).isEqualTo(1);
    assertThat(comparison.older().values()).containsExactly(1L);
  }

  @Test
  void theCountryIsThatOfThen() {
    Policy policy =
        Policies.load(
            "name: p\nfloor:\n"
                + rule("never", "false", "refuse")
                + "overlays:\n  - id: some\n    countries: [FR]\n    rules:\n"
                + rule("local", "true", "review").indent(4),
            "p");
    DecisionEntry french = entry("allow", List.of(), "[]", "{\"country\":\"FR\"}");
    DecisionEntry german = entry("allow", List.of(), "[]", "{\"country\":\"DE\"}");
    DecisionEntry unknown = entry("allow", List.of(), "[]", NOWHERE);
    DecisionEntry older = entry("allow", List.of(), "[]", null);
    assertThat(replay(policy, french).stricter()).isEqualTo(1);
    assertThat(replay(policy, german).same()).isEqualTo(1);
    assertThat(replay(policy, unknown).stricter()).isEqualTo(1);
    assertThat(replay(policy, older).stricter()).isEqualTo(1);
    Replay german2 = Replay.with(policy, "DE", 1);
    german2.add(older);
    german2.add(french);
    assertThat(german2.comparison().same()).isEqualTo(1);
    assertThat(german2.comparison().stricter()).isEqualTo(1);
  }

  @Test
  void policiesAreComparedAndNotWhatSomethingElseStopped() {
    DecisionEntry joined =
        entry(
            "refuse",
            List.of("upstream-safety-system"),
            "[]",
            "{\"country\":null,\"alone\":{\"decision\":\"allow\",\"rules\":[]}}");
    assertThat(replay(Policies.builtIn(), joined).same()).isEqualTo(1);

    DecisionEntry older = result("refuse", List.of("upstream-safety-system"));
    Comparison comparison = replay(Policies.builtIn(), older);
    assertThat(comparison.judged()).isZero();
    assertThat(comparison.left()).containsEntry("stopped by something else than the policy", 1L);
  }

  @Test
  void whatThePolicyOnTrialSaidIsSummedUp() {
    Replay replay = Replay.ofShadow(1);
    replay.add(shadowed("{\"version\":\"v\",\"decision\":\"review\",\"rules\":[\"new\"]}"));
    replay.add(shadowed("{\"version\":\"v\",\"decision\":\"failed\",\"rules\":[]}"));
    replay.add(shadowed(null));
    Comparison comparison = replay.comparison();
    assertThat(comparison.stricter()).isEqualTo(1);
    assertThat(comparison.begins()).containsEntry("new", 1L);
    assertThat(comparison.left())
        .containsEntry("nothing was on trial", 1L)
        .containsEntry("cannot be read: a policy on trial that failed", 1L);
  }

  private static Comparison replay(Policy policy, DecisionEntry... entries) {
    Replay replay = Replay.with(policy, null, 3);
    List.of(entries).forEach(replay::add);
    return replay.comparison();
  }

  private static Policy policy(String rules) {
    return Policies.load("name: p\nfloor:\n" + rules, "p");
  }

  private static String rule(String id, String when, String then) {
    return "  - id: "
        + id
        + "\n    when: \""
        + when
        + "\"\n    then: "
        + then
        + "\n    category: own\n    text: It is so.\n";
  }

  private static DecisionEntry entry(
      String decision, List<String> rules, String signals, @Nullable String context) {
    return entry("request", decision, rules, signals, context, null);
  }

  private static DecisionEntry result(String decision, List<String> rules) {
    return entry("result", decision, rules, "[]", null, null);
  }

  private static DecisionEntry shadowed(@Nullable String shadow) {
    return entry("request", "allow", List.of(), "[]", NOWHERE, shadow);
  }

  private static DecisionEntry entry(
      String stage,
      String decision,
      List<String> rules,
      String signals,
      @Nullable String context,
      @Nullable String shadow) {
    return new DecisionEntry(
        UUID.randomUUID(),
        null,
        Instant.EPOCH,
        stage,
        "generate",
        "/v1/images/generations",
        "key:0",
        decision,
        rules,
        "[]",
        signals,
        "0".repeat(64),
        null,
        List.of(),
        context,
        shadow);
  }
}
