package eu.gardefou.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the rules are worth on phrasings and garments that are in no data file. The bounds are what
 * was measured, less a little; they keep a change from making it worse unnoticed.
 */
class HeldOutTest {
  @Test
  void findsMostOfWhatItHasNeverSeen() throws IOException {
    Map<String, Map<String, List<String>>> sets = load("held-out");
    for (String code : Shared.PROMPTS.languages()) {
      Map<String, List<String>> set = sets.get(code);
      assertThat(share(set.get("found"), true)).as("recall %s", code).isGreaterThanOrEqualTo(0.8);
      assertThat(share(set.get("passes"), false))
          .as("passing %s", code)
          .isGreaterThanOrEqualTo(0.93);
      assertThat(covered(set.get("passes"))).as("covered %s", code).isGreaterThanOrEqualTo(0.98);
    }
  }

  @Test
  void tellsMostOfTheLanguagesThatItCannotRead() throws IOException {
    Map<String, List<String>> set = load("held-out").get("language");
    assertThat(1 - covered(set.get("uncovered"))).isGreaterThanOrEqualTo(0.8);
    assertThat(covered(set.get("covered"))).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void keepsWhatItLearntToFind() throws IOException {
    Map<String, Map<String, List<String>>> sets = load("paraphrases");
    for (String code : Shared.PROMPTS.languages()) {
      Map<String, List<String>> set = sets.get(code);
      assertThat(share(set.get("found"), true)).as("recall %s", code).isGreaterThanOrEqualTo(0.97);
      assertThat(share(set.get("passes"), false))
          .as("passing %s", code)
          .isGreaterThanOrEqualTo(0.98);
    }
    assertThat(covered(sets.get("language").get("covered"))).isEqualTo(1);
    assertThat(1 - covered(sets.get("language").get("uncovered"))).isGreaterThanOrEqualTo(0.97);
  }

  private static double share(List<String> texts, boolean found) {
    long right =
        texts.stream()
            .mapToDouble(Shared::sexualised)
            .filter(strength -> found ? strength >= 0.5 : strength < 0.25)
            .count();
    return (double) right / texts.size();
  }

  private static double covered(List<String> texts) {
    return (double) texts.stream().filter(t -> Shared.read(t).covered()).count() / texts.size();
  }

  private static Map<String, Map<String, List<String>>> load(String name) throws IOException {
    String path = "/prompts/" + name + ".yaml";
    try (InputStream file = HeldOutTest.class.getResourceAsStream(path)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
    }
  }
}
