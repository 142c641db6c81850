package eu.gardefou.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Learns the gist anew from the examples of the data files and the sentences in {@code
 * src/training/prompts}, and compares. With {@code GARDEFOU_LEARN=yes} it writes what it learnt
 * into the program: do so when words, senses or sentences have changed.
 */
class GistTest {
  private static final Path SENTENCES = Path.of("src/training/prompts");
  private static final Path WEIGHTS = Path.of("src/main/resources" + Gist.FILE);
  private static final Set<String> ASKING = Set.of("undress", "revealing", "sexual");
  private static final int EPOCHS = 9;
  private static final double RATE = 0.15;
  private static final double LEFT_OUT = 0.4;

  /** Every so many sentences are asked again after learning. */
  private static final int SAMPLE = 5;

  private static final List<Sentence> ALL = new ArrayList<>();

  /** The words are kept, and what is learnt of them: the passages of all would fill the memory. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Sentence(String language, String text, boolean asks, int[] features) {
    double odds(Gist gist) {
      return gist.odds(Shared.PROMPTS.plain(text));
    }
  }

  @AfterAll
  static void forget() {
    ALL.clear();
  }

  @Test
  void theWeightsAreThoseThatItsSentencesTeach() throws IOException {
    byte[] learnt = learn(all());
    if ("yes".equals(System.getenv("GARDEFOU_LEARN"))) {
      Files.write(WEIGHTS, learnt);
    }
    Gist fresh = new Gist(learnt);
    Gist kept = new Gist(Files.readAllBytes(WEIGHTS));
    assertThat(agreement(sample(all()), fresh, kept)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void knowsMostOfWhatItWasTaught() throws IOException {
    Gist gist = Gist.load();
    List<Sentence> sentences = sample(all());
    assertThat(share(sentences, gist, true)).isGreaterThanOrEqualTo(0.9);
    assertThat(share(sentences, gist, false)).isLessThanOrEqualTo(0.02);
  }

  /** What is learnt from the sentences of all other languages holds for one that is left out. */
  @Test
  void whatHoldsInOneLanguageHoldsInAnother() throws IOException {
    List<Sentence> finnish = all().stream().filter(s -> s.language().equals("fi")).toList();
    List<Sentence> others = all().stream().filter(s -> !s.language().equals("fi")).toList();
    Gist gist = new Gist(learn(others));
    assertThat(share(finnish, gist, true)).isGreaterThanOrEqualTo(0.7);
    assertThat(share(finnish, gist, false)).isLessThanOrEqualTo(0.06);
  }

  private static List<Sentence> sample(List<Sentence> sentences) {
    return IntStream.range(0, sentences.size())
        .filter(i -> i % SAMPLE == 0)
        .mapToObj(sentences::get)
        .toList();
  }

  private static double share(List<Sentence> sentences, Gist gist, boolean asking) {
    List<Sentence> those = sentences.stream().filter(s -> s.asks() == asking).toList();
    long found = those.stream().filter(s -> s.odds(gist) >= Gist.ENOUGH).count();
    return (double) found / those.size();
  }

  private static double agreement(List<Sentence> sentences, Gist one, Gist other) {
    long same =
        sentences.stream()
            .filter(s -> s.odds(one) >= Gist.ENOUGH == s.odds(other) >= Gist.ENOUGH)
            .count();
    return (double) same / sentences.size();
  }

  private static List<Sentence> all() throws IOException {
    if (ALL.isEmpty()) {
      for (String code : Shared.PROMPTS.languages()) {
        ALL.addAll(sentences(code));
      }
    }
    return ALL;
  }

  private static List<Sentence> sentences(String code) throws IOException {
    List<Sentence> all = new ArrayList<>();
    LanguageFile.open(code)
        .examples()
        .forEach((heading, texts) -> {
          if (!heading.equals("hint")) {
            texts.forEach(text -> all.add(sentence(code, text, ASKING.contains(heading))));
          }
        });
    try (Stream<Path> files = Files.list(SENTENCES)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith(code)).sorted().toList()) {
        try (Reader text = Files.newBufferedReader(file)) {
          Map<String, List<String>> lists =
              new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
          lists.getOrDefault("refused", List.of()).forEach(s -> all.add(sentence(code, s, true)));
          lists.getOrDefault("ordinary", List.of()).forEach(s -> all.add(sentence(code, s, false)));
        }
      }
    }
    return all;
  }

  private static Sentence sentence(String language, String text, boolean asks) {
    Passage passage = Shared.PROMPTS.plain(text);
    return new Sentence(language, text, asks, GistFeatures.of(passage, 0, passage.size()));
  }

  /**
   * Logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011); always the same. Each time a
   * sentence is shown, some of its features are left out at random, so that no few of them carry
   * the answer alone (Hinton and others, 2012): that finds more of what was never seen.
   */
  private static byte[] learn(List<Sentence> sentences) {
    double[] weights = new double[GistFeatures.BUCKETS];
    double[] gradients = new double[GistFeatures.BUCKETS];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      order.add(i);
    }
    var chance = new Random(0);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, new Random(epoch));
      for (int i : order) {
        int[] shown =
            Arrays.stream(sentences.get(i).features())
                .filter(_ -> chance.nextDouble() >= LEFT_OUT)
                .toArray();
        double sum = 0;
        for (int bucket : shown) {
          sum += weights[bucket];
        }
        double error = 1 / (1 + Math.exp(-sum)) - (sentences.get(i).asks() ? 1 : 0);
        for (int bucket : shown) {
          gradients[bucket] += error * error;
          weights[bucket] -= RATE * error / Math.sqrt(0.1 + gradients[bucket]);
        }
      }
    }
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = (byte) Math.clamp(Math.round(weights[i] * Gist.SCALE), -127, 127);
    }
    return rounded;
  }
}
