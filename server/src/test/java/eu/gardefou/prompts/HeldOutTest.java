package eu.gardefou.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
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
    var sets = new Sets("held-out");
    for (String code : List.of("de", "en", "es", "fr")) {
      assertThat(found(sets.of(code, "found"))).as("recall %s", code).isGreaterThanOrEqualTo(0.8);
      List<String> ordinary = sets.of(code, "passes");
      assertThat(passing(ordinary)).as("passing %s", code).isGreaterThanOrEqualTo(0.93);
      assertThat(covered(ordinary)).as("covered %s", code).isGreaterThanOrEqualTo(0.98);
    }
  }

  @Test
  void keepsWhatItLearntToFind() throws IOException {
    var sets = new Sets("paraphrases");
    for (String code : List.of("de", "en", "es", "fr")) {
      assertThat(found(sets.of(code, "found"))).as("recall %s", code).isGreaterThanOrEqualTo(0.97);
      assertThat(passing(sets.of(code, "passes"))).as("pass %s", code).isGreaterThanOrEqualTo(0.98);
    }
    assertThat(covered(sets.of("language", "covered"))).isEqualTo(1);
  }

  private static double found(List<String> texts) {
    return share(texts, text -> Shared.sexualised(text) >= 0.5);
  }

  private static double passing(List<String> texts) {
    return share(texts, text -> Shared.sexualised(text) < 0.25);
  }

  private static double covered(List<String> texts) {
    return share(texts, text -> Shared.read(text).covered());
  }

  private static double share(List<String> texts, Predicate<String> holds) {
    assertThat(texts).isNotEmpty();
    return (double) texts.stream().filter(holds).count() / texts.size();
  }

  /** Sentences by language and heading. */
  private static final class Sets {
    private final Map<String, Map<String, List<String>>> sentences;

    Sets(String name) throws IOException {
      String path = "/prompts/" + name + ".yaml";
      try (InputStream file = HeldOutTest.class.getResourceAsStream(path)) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        sentences = yaml.load(Objects.requireNonNull(file));
      }
    }

    List<String> of(String language, String heading) {
      return sentences.getOrDefault(language, Map.of()).getOrDefault(heading, List.of());
    }
  }
}
