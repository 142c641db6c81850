package eu.gardefou.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the rules are worth on phrasings and garments that are in no data file. The bounds are what
 * was measured, less a little; they keep a change from making it worse unnoticed.
 */
class HeldOutTest {
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** The whole examination is {@code gardefou bench prompts}. */
  @Test
  void findsMostOfWhatItHasNeverSeen() throws IOException {
    double found = 0;
    double passing = 0;
    for (String code : Shared.PROMPTS.languages()) {
      var sets = new Sets(Path.of("src/test/resources/prompts/held-out/" + code + ".yaml"));
      double recall = found(sets.list("refused"));
      double passed = passing(sets.list("ordinary"));
      assertThat(recall).as("recall %s", code).isGreaterThanOrEqualTo(0.83);
      assertThat(passed).as("passing %s", code).isGreaterThanOrEqualTo(0.93);
      found += recall;
      passing += passed;
    }
    int languages = Shared.PROMPTS.languages().size();
    assertThat(found / languages).isGreaterThanOrEqualTo(0.94);
    assertThat(passing / languages).isGreaterThanOrEqualTo(0.965);
  }

  /** Nothing by which it is examined is anything from which it was built. */
  @Test
  void examinesWithSentencesThatItWasNotBuiltFrom() throws IOException {
    Set<String> built = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/training/prompts"))) {
      for (Path file : files.toList()) {
        built.addAll(normal(new Sets(file).all()));
      }
    }
    for (String code : Shared.PROMPTS.languages()) {
      LanguageFile.open(code).examples().values().forEach(list -> built.addAll(normal(list)));
    }
    for (String code : Shared.PROMPTS.languages()) {
      var sets = new Sets(Path.of("src/test/resources/prompts/held-out/" + code + ".yaml"));
      assertThat(normal(sets.all())).as(code).doesNotContainAnyElementsOf(built);
    }
  }

  private static List<String> normal(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> MARKS.matcher(Folding.fold(sentence)).replaceAll(" ").strip())
        .toList();
  }

  /** Phrasings on which the rules were made to generalise. */
  @Test
  void keepsWhatItLearntToFind() throws IOException {
    for (String code : List.of("de", "en", "es", "fr")) {
      var sets = new Sets(Path.of("src/training/prompts/" + code + "-paraphrases.yaml"));
      assertThat(found(sets.list("refused"))).as("recall %s", code).isGreaterThanOrEqualTo(0.97);
      assertThat(passing(sets.list("ordinary"))).as("pass %s", code).isGreaterThanOrEqualTo(0.97);
    }
  }

  @Test
  void coversNamesAndRareWords() throws IOException {
    var sets = new Sets(Path.of("src/test/resources/prompts/covered.yaml"));
    assertThat(covered(sets.list("covered"))).isEqualTo(1);
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

  /** Lists of sentences by heading. */
  private static final class Sets {
    private final Map<String, Object> sentences;

    Sets(Path file) throws IOException {
      try (Reader text = Files.newBufferedReader(file)) {
        sentences = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      }
    }

    List<String> all() {
      return sentences.keySet().stream().flatMap(heading -> list(heading).stream()).toList();
    }

    List<String> list(String heading) {
      return sentences.get(heading) instanceof List<?> items
          ? items.stream().map(String::valueOf).toList()
          : List.of();
    }
  }
}
