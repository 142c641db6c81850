package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Overlays can only make a decision stricter. */
class OverlayTest {
  private static final String[] CONDITIONS = {
    "content.text.sexualised >= 0.5",
    "content.kind == 'upload' && content.input.faces > 0",
    "context.tier == 'free'",
    "context.surface.startsWith('/v1')",
    "context.country == 'FR' || content.missing.exists(m, m == 'vision')",
    "1 / content.input.faces > 0",
    "consent == 'none'",
    "!content.text.covered"
  };
  private static final String[] DECISIONS = {"mark", "review", "refuse", "refuse-and-report"};
  private static final String[] COUNTRIES = {"FR", "BE", "IE, DE", "FR, DE"};

  private final Random random = new Random(11);

  @Test
  void noOverlayEverSoftensADecision() {
    RandomSignals content = new RandomSignals(random);
    for (int i = 0; i < 60; i++) {
      String floor = SmallPolicy.floor(randomRule("floor-0", 3), randomRule("floor-1", 0));
      Policy with = Policies.load(floor + randomOverlays(), "p");
      Policy without = Policies.load(floor, "p");
      for (int j = 0; j < 100; j++) {
        Kind kind = content.kind();
        List<Signal> signals = content.list();
        Context context = content.context();
        Verdict strict = with.judge(kind, Consent.NONE, signals, context);
        Verdict lax = without.judge(kind, Consent.NONE, signals, context);
        assertThat(strict.decision()).isGreaterThanOrEqualTo(lax.decision());
        assertThat(strict.rules()).containsAll(lax.rules());
        assertThat(with.judge(kind, Consent.NONE, signals).rules()).isEqualTo(lax.rules());
      }
    }
  }

  /** A condition of the floor cannot use the context, so the first three that do are left out. */
  private String randomRule(String id, int decision) {
    String[] floor = {CONDITIONS[0], CONDITIONS[1], CONDITIONS[5], CONDITIONS[7]};
    return SmallPolicy.rule(id, floor[random.nextInt(floor.length)], DECISIONS[decision]);
  }

  private String randomOverlays() {
    StringBuilder text = new StringBuilder("overlays:\n");
    for (int o = 0; o < 2; o++) {
      text.append("  - id: overlay-").append(o).append('\n');
      text.append("    countries: [").append(any(COUNTRIES)).append("]\n    rules:\n");
      for (int r = 0; r < 2; r++) {
        text.append(
            SmallPolicy.rule("overlay-" + o + "-" + r, any(CONDITIONS), any(DECISIONS)).indent(4));
      }
    }
    return text.toString();
  }

  private String any(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  @Test
  void anOverlayHoldsInItsCountriesOnly() {
    Policy policy = Policies.load(withOverlay("true"), "p");

    assertThat(rules(policy, "FR")).containsExactly("local");
    assertThat(rules(policy, "BE")).containsExactly("local");
    assertThat(rules(policy, "DE")).isEmpty();
  }

  @Test
  void anUnknownCountryMeansEveryOverlay() {
    Policy policy = Policies.load(withOverlay("true"), "p");

    for (String country : new String[] {null, "", "XX", "fr", "France"}) {
      assertThat(rules(policy, country)).as("%s", country).containsExactly("local");
    }
  }

  @Test
  void anOverlayRuleSeesTheContext() {
    Policy policy =
        Policies.load(
            withOverlay(
                "context.country == 'FR' && context.tier == 'free' && context.surface == '/v1/screen'"),
            "p");

    assertThat(rules(policy, "FR")).containsExactly("local");
    assertThat(rules(policy, "BE")).isEmpty();
  }

  private static String withOverlay(String when) {
    return SmallPolicy.floor(SmallPolicy.rule("never", "false", "refuse"))
        + "overlays:\n  - id: some\n    countries: [FR, BE]\n    rules:\n"
        + SmallPolicy.rule("local", when, "review").indent(4);
  }

  private static List<String> rules(Policy policy, String country) {
    Context context = new Context(country, "/v1/screen", "free");
    return new ArrayList<>(policy.judge(Kind.UPLOAD, Consent.NONE, List.of(), context).rules());
  }
}
