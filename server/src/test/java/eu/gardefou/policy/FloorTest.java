package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The floor is a pure function of content and consent. */
class FloorTest {
  @Test
  void theBuiltInPolicyDecidesAlikeWhateverTheCountrySurfaceAndTier() {
    assertAlikeEverywhere(Policies.builtIn());
  }

  private static void assertAlikeEverywhere(Policy policy) {
    RandomSignals random = new RandomSignals(new Random(7));
    for (int i = 0; i < 3000; i++) {
      Kind kind = random.kind();
      List<Signal> signals = random.list();
      Verdict floor = policy.judge(kind, Consent.NONE, signals);
      assertThat(policy.judge(kind, Consent.NONE, signals, random.context()))
          .as("%s %s", kind, signals)
          .isEqualTo(floor);
    }
  }

  /** The defence is the floor's language: in that of overlays such a rule loads, and decides. */
  @ParameterizedTest
  @ValueSource(strings = {"country == 'FR'", "surface == '/v1/screen'", "tier == 'free'"})
  void inTheLanguageOfOverlaysTheFloorDiffers(String who) {
    String text = LaxPolicy.floorOf("content.kind == 'edit' && context." + who);
    assertThatThrownBy(() -> Policies.load(text, "p")).isInstanceOf(PolicyError.class);
    Policy lax = LaxPolicy.thatSeesTheContext(text);
    assertThatThrownBy(() -> assertAlikeEverywhere(lax)).isInstanceOf(AssertionError.class);
  }

  /** No rule reads a claim: there is no name for one, and no rule that allows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "content.text.claimed_age > 18.0",
        "content.text.claimed_consent > 0.5",
        "content.text.purpose == 'art'",
        "consent == 'claimed'",
        "consent != 'given'"
      })
  void aRuleThatReadsAClaimDoesNotCompile(String when) {
    assertThatThrownBy(() -> Policies.load(LaxPolicy.floorOf(when), "p"))
        .isInstanceOf(PolicyError.class);
  }

  @Test
  void theOrderOfSignalsDoesNotMatter() {
    Random random = new Random(8);
    RandomSignals content = new RandomSignals(random);
    for (int i = 0; i < 1000; i++) {
      Kind kind = content.kind();
      List<Signal> signals = content.list();
      List<Signal> shuffled = new ArrayList<>(signals);
      Collections.shuffle(shuffled, random);
      assertThat(Policies.builtIn().judge(kind, Consent.NONE, shuffled))
          .isEqualTo(Policies.builtIn().judge(kind, Consent.NONE, signals));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "surface == '/v1/images/edits'",
        "tier == 'free'",
        "account == 'a'",
        "account.id == 'a'",
        "country == 'FR'",
        "context.country == 'FR'",
        "context.surface == ''",
        "context.tier == 'free'",
        "content.surface == ''",
        "content.country == 'FR'",
        "content.kind == 'edit' && content.tier == 'free'"
      })
  void aFloorRuleThatNamesAnythingElseDoesNotCompile(String when) {
    assertThatThrownBy(
            () -> Policies.load(SmallPolicy.floor(SmallPolicy.rule("r", when, "review")), "p"))
        .isInstanceOfSatisfying(
            PolicyError.class,
            error -> assertThat(error.problems()).extracting(PolicyProblem::line).containsOnly(4));
  }

  @Test
  void allReasonsAreCollectedInTheOrderOfTheFile() {
    Policy policy =
        Policies.load(
            SmallPolicy.floor(
                SmallPolicy.rule("third", "true", "mark"),
                SmallPolicy.rule("first", "content.kind == 'edit'", "refuse"),
                SmallPolicy.rule("never", "content.kind == 'upload'", "refuse-and-report"),
                SmallPolicy.rule("second", "true", "review")),
            "p");

    Verdict verdict = policy.judge(Kind.EDIT, Consent.NONE, List.of());

    assertThat(verdict.rules()).containsExactly("third", "first", "second");
    assertThat(verdict.decision()).isEqualTo(Decision.REFUSE);
    assertThat(verdict.reasons().getFirst())
        .isEqualTo(new Reason("third", Decision.MARK, "sexual", "It is not allowed."));
    assertThat(verdict.policyVersion()).isEqualTo(policy.version());
  }

  @Test
  void noPolicyLetsPassWhatWasNotChecked() {
    Policy silent = Policies.load(SmallPolicy.floor(SmallPolicy.rule("r", "false", "mark")), "p");
    Policy mild =
        Policies.load(
            SmallPolicy.floor(SmallPolicy.rule("r", "size(content.missing) > 0", "review")), "p");
    List<Signal> unchecked =
        List.of(new Signal.NotAssessed(Signal.Part.OUTPUT, "vision", "timeout"));
    for (Kind kind : Kind.values()) {
      assertThat(silent.judge(kind, Consent.NONE, unchecked).rules())
          .containsExactly("check-missing");
      Verdict verdict = mild.judge(kind, Consent.NONE, unchecked);
      assertThat(verdict.decision()).isEqualTo(Decision.REFUSE);
      assertThat(verdict.rules()).containsExactly("r", "check-missing");
    }
  }

  @Test
  void contentPassesWhenNoRuleObjects() {
    Policy policy = Policies.load(SmallPolicy.floor(SmallPolicy.rule("r", "false", "refuse")), "p");

    Verdict verdict = policy.judge(Kind.EDIT, Consent.NONE, List.of());

    assertThat(verdict.decision()).isEqualTo(Decision.ALLOW);
    assertThat(verdict.reasons()).isEmpty();
  }
}
