package eu.gardefou.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Verdict;
import eu.gardefou.screening.ChainedScreening;
import eu.gardefou.screening.RequestOutcome;
import eu.gardefou.screening.Screening;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Rows 12 and 18: the same request by request, with and without what is known of the others. */
class ChainTest {
  private static final String SEED = "20261123";

  /** With a face it passes alone; as far as that above the first picture, it does not. */
  private static final double PASSES_ALONE = 0.5;

  private static @Nullable Setting setting;

  private static final class Setting {
    private final ChainedScreening gate = new ChainedScreening();
    private final Screening node = gate.screening();
    private final Screening other = gate.screening();
    private final Screening unlinked = gate.withoutChains();
    private int drawn;

    byte[] picture(double explicit) {
      return gate.picture(++drawn, explicit);
    }

    /** The verdict on the last step, or on the first one that is stopped. */
    Verdict walk(Screening walked, int steps) {
      byte[] before = picture(0);
      Verdict verdict = null;
      for (int step = 1;
          step <= steps && (verdict == null || verdict.decision().passes());
          step++) {
        byte[] after = picture(PASSES_ALONE * step / steps);
        verdict = gate.edit(walked, "a", "a little more, number " + step, before, after);
        before = after;
      }
      if (verdict == null) {
        throw new IllegalArgumentException("no step");
      }
      return verdict;
    }
  }

  @BeforeContainer
  static void start() {
    setting = new Setting();
  }

  @AfterContainer
  static void stop() {
    setting().gate.close();
  }

  private static Setting setting() {
    Setting made = setting;
    if (made == null) {
      throw new IllegalStateException("not started");
    }
    return made;
  }

  /** Step by step, each of them a little more: it comes no farther than at once. */
  @Property(tries = 20, seed = SEED)
  void row12ManySmallSteps(@ForAll @IntRange(min = 2, max = 20) int steps) {
    Verdict verdict = setting().walk(setting().node, steps);
    assertThat(verdict.decision()).isEqualTo(Decision.REFUSE);
    assertThat(verdict.rules()).containsExactly("lineage-climb");
  }

  @Property(tries = 10, seed = SEED)
  void row12WithoutChainsEveryStepPasses(@ForAll @IntRange(min = 2, max = 20) int steps) {
    assertThat(setting().walk(setting().unlinked, steps).decision()).isEqualTo(Decision.ALLOW);
  }

  /** Once a result was refused nobody draws again until one slips through. */
  @Property(tries = 20, seed = SEED)
  void row18DrawnAgainAndAgain(@ForAll @LongRange(max = 1_000_000) long words) {
    Setting here = setting();
    byte[] photo = here.picture(0.05);
    String wish = "paint the old house number " + words;
    Verdict refused = here.gate.edit(here.node, "a", wish, photo, here.picture(0.99));
    assertThat(refused.decision()).isEqualTo(Decision.REFUSE);
    for (String again : new String[] {wish, "  " + wish.toUpperCase(Locale.ROOT) + "!"}) {
      RequestOutcome outcome = here.gate.ask(here.other, "b", again, photo);
      assertThat(outcome).isInstanceOf(RequestOutcome.Stopped.class);
      assertThat(outcome.verdict().reasons()).isEqualTo(refused.reasons());
      assertThat(here.gate.ask(here.unlinked, "b", again, photo))
          .isInstanceOf(RequestOutcome.Cleared.class);
    }
  }
}
