package eu.gardefou.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.CanaryFiles;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.LaxPolicy;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.screening.CanaryGate;
import eu.gardefou.screening.MisledCheck;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Row 16: a picture with noise that misleads one model. */
class MisledTest {
  private static final String SEED = "20261123";
  private static final List<String> TWO = List.of("one", "two");
  private static final List<String> ONE = List.of("one");
  private static final Policy WITHOUT_ITS_RULE = LaxPolicy.withRuleAsleep("models-disagree");
  private static final byte[] PICTURE = CanaryFiles.harmless(new Random(1));

  /** There is a face, so a person looks, whatever the misled one of two models says. */
  @Property(tries = 100, seed = SEED)
  void row16OneOfTwoModelsIsMisled(@ForAll @DoubleRange(max = 1) double says, @ForAll Kind kind) {
    assertThat(asked(kind, TWO, says, Policies.builtIn())).isGreaterThanOrEqualTo(Decision.REVIEW);
    assertThat(made(TWO, says, Policies.builtIn())).isGreaterThanOrEqualTo(Decision.REVIEW);
  }

  /** The defence is another model: who asks one alone believes what it was misled to say. */
  @Property(tries = 30, seed = SEED)
  void row16OneModelAloneLetsItThrough(
      @ForAll @DoubleRange(max = 0.3) double says, @ForAll Kind kind) {
    assertThat(asked(kind, ONE, says, Policies.builtIn())).isEqualTo(Decision.ALLOW);
    assertThat(made(ONE, says, Policies.builtIn())).isEqualTo(Decision.ALLOW);
  }

  /** And the rule that a person looks where two models disagree. */
  @Property(tries = 30, seed = SEED)
  void row16WithoutItsRuleTwoModelsLetItThrough(
      @ForAll @DoubleRange(max = 0.3) double says, @ForAll Kind kind) {
    assertThat(asked(kind, TWO, says, WITHOUT_ITS_RULE)).isEqualTo(Decision.ALLOW);
  }

  /** What is decided of a request with such a picture. */
  private static Decision asked(Kind kind, List<String> models, double says, Policy policy) {
    return CanaryGate.with(new MisledCheck(Part.INPUT, models, says), policy)
        .request(kind, "a bluer sky", List.of(PICTURE), null)
        .decision();
  }

  /** What is decided of a result that is such a picture. */
  private static Decision made(List<String> models, double says, Policy policy) {
    return CanaryGate.with(new MisledCheck(Part.OUTPUT, models, says), policy)
        .result("a bluer sky", PICTURE, List.of(PICTURE))
        .decision();
  }
}
