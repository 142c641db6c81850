package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Context;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Reason;
import eu.gardefou.policy.ShadowPolicy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import eu.gardefou.screening.Asides.Aside;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written beside a decision. */
final class AsidesTest {
  private static final List<Signal> UNDRESSING =
      List.of(new Signal.Text("undress", 0.9, "en:x", "en"));
  private static final Policy LIVE = Policies.builtIn();

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void aPolicyOnTrialIsAskedTheSameAndCounted() {
    Aside aside = aside(saying(Decision.MARK), live(UNDRESSING));
    JsonNode shadow = JsonMapper.shared().readTree(String.valueOf(aside.shadow()));
    assertThat(shadow.path("decision").stringValue()).isEqualTo("mark");
    assertThat(shadow.path("rules").toString()).isEqualTo("[\"trial\"]");
    assertThat(shadow.path("version").stringValue()).isEqualTo("7".repeat(64));
    assertThat(counted("refuse", "mark")).isEqualTo(1);
  }

  @Test
  void aPolicyOnTrialThatFailsIsCountedAndNothingElse() {
    for (Supplier<Verdict> failure :
        List.<Supplier<Verdict>>of(
            () -> {
              throw new IllegalStateException("scripted");
            },
            () -> {
              throw new StackOverflowError("scripted");
            })) {
      Aside aside = aside(policy(failure), live(UNDRESSING));
      assertThat(aside.shadow()).contains("\"decision\":\"failed\"");
      assertThat(aside.context()).isEqualTo("{\"country\":\"FR\"}");
    }
    assertThat(counted("refuse", "failed")).isEqualTo(2);
  }

  @Test
  void withoutAPolicyOnTrialThereIsNothing() {
    assertThat(aside(null, live(UNDRESSING)).shadow()).isNull();
    assertThat(meters.getMeters()).isEmpty();
  }

  @Test
  void whatThePolicyAloneSaysIsKeptWhenSomethingElseHadASay() {
    Reason other = new Reason("elsewhere", Decision.REFUSE, "sexual", "No.");
    Verdict joined = live(List.of()).and(List.of(other));
    Aside aside =
        new Asides(LIVE, new ShadowPolicy(saying(Decision.ALLOW)), null, meters)
            .of(Kind.GENERATE, Scripted.ASKER, joined, List.of());
    assertThat(aside.context())
        .isEqualTo("{\"country\":null,\"alone\":{\"decision\":\"allow\",\"rules\":[]}}");
    assertThat(counted("allow", "allow")).isEqualTo(1);
  }

  private Aside aside(@Nullable Policy onTrial, Verdict verdict) {
    return new Asides(LIVE, new ShadowPolicy(onTrial), "FR", meters)
        .of(Kind.GENERATE, Scripted.ASKER, verdict, UNDRESSING);
  }

  private double counted(String live, String shadow) {
    return meters
        .get("gardefou.policy.shadow")
        .tags("live", live, "shadow", shadow)
        .counter()
        .count();
  }

  private static Verdict live(List<Signal> signals) {
    return LIVE.judge(Kind.GENERATE, Consent.NONE, signals, new Context("FR", "/test", ""));
  }

  private static Policy saying(Decision decision) {
    List<Reason> reasons =
        decision == Decision.ALLOW
            ? List.of()
            : List.of(new Reason("trial", decision, "sexual", "No."));
    return policy(() -> new Verdict(decision, reasons, "7".repeat(64)));
  }

  private static Policy policy(Supplier<Verdict> verdict) {
    return new Policy() {
      @Override
      public String version() {
        return "7".repeat(64);
      }

      @Override
      public Verdict judge(Kind kind, Consent consent, List<Signal> signals) {
        return verdict.get();
      }
    };
  }
}
