package eu.gardefou.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.screening.BrokenGate;
import eu.gardefou.screening.BrokenGate.Fault;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Row 22: whatever fails, and however much of it, nothing passes. */
class OverloadTest {
  @Test
  void withoutAFaultAnOrdinaryEditPasses() {
    assertThat(BrokenGate.passes(Set.of())).isTrue();
  }

  @Property(tries = 150, seed = "20261123")
  void row22WithAnyFaultsNothingPasses(@ForAll("faults") Set<Fault> faults) {
    assertThat(BrokenGate.passes(faults)).isFalse();
  }

  /** The defence is that silence is no consent, nor a decision that is not kept one. */
  @ParameterizedTest
  @EnumSource
  void row22WhereSilenceIsConsentEveryFaultLetsItThrough(Fault fault) {
    assertThat(BrokenGate.passes(Set.of(fault))).isFalse();
    assertThat(BrokenGate.passesWhereSilenceIsConsent(Set.of(fault))).isTrue();
  }

  @Provide
  Arbitrary<Set<Fault>> faults() {
    return Arbitraries.of(Fault.values()).set().ofMinSize(1);
  }
}
