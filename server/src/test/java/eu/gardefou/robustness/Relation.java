package eu.gardefou.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Canary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Transformed, so at least as strict. */
final class Relation {
  private static final Map<String, Decision> KNOWN = new ConcurrentHashMap<>();

  private Relation() {}

  /** What is decided of words alone. */
  static Decision decision(String text) {
    return decision(new PromptText(text, List.of()));
  }

  static Decision decision(PromptText text) {
    return Canary.judge(Kind.GENERATE, text).decision();
  }

  /** The seed is refused, and whatever it was made into is refused too. */
  static void assertAtLeastAsStrict(Seed seed, String transformed) {
    assertAtLeastAsStrict(seed, new PromptText(transformed, List.of()));
  }

  static void assertAtLeastAsStrict(Seed seed, PromptText transformed) {
    assertAtLeastAsStrict(Relation::decision, seed, transformed);
  }

  /** The same of somebody else who decides. */
  static void assertAtLeastAsStrict(
      Function<PromptText, Decision> judge, Seed seed, PromptText transformed) {
    Decision before = KNOWN.computeIfAbsent(seed.text(), Relation::decision);
    assertThat(before).as(seed.text()).isGreaterThanOrEqualTo(Decision.REFUSE);
    assertThat(judge.apply(transformed))
        .as("%s became %s", seed.text(), transformed)
        .isGreaterThanOrEqualTo(before);
  }
}
