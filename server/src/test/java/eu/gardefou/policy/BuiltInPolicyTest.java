package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy that ships with the program. */
class BuiltInPolicyTest {
  @Test
  void itPassesItsOwnCheckWithAnExampleForEveryRule(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("policy.yaml"), Policies.builtInText());

    PolicyCheck check = Policies.check(file);

    assertThat(check.problems()).isEmpty();
    assertThat(check.name()).isEqualTo("gardefou-default");
    assertThat(check.version()).isEqualTo(Policies.builtIn().version()).hasSize(64);
    assertThat(check.examples()).isGreaterThanOrEqualTo(40);
    assertThat(check.rules()).isEqualTo((int) rules().count());
  }

  static Stream<String> rules() {
    return Pattern.compile("^  - id: (\\S+)$", Pattern.MULTILINE)
        .matcher(Policies.builtInText())
        .results()
        .map(found -> found.group(1));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleThatFallsAsleepIsMissedByAnExample(String rule) {
    assertThatThrownBy(() -> Policies.load(SmallPolicy.builtInWithRuleAsleep(rule), "p"))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining(" but gets ")
        .hasMessageContaining(rule);
  }

  @Test
  void nothingMissesAMissingCheck() {
    for (Kind kind : Kind.values()) {
      for (String check : List.of("vision", "matching", "prompts", "anything-new")) {
        Signal gap = new Signal.NotAssessed(Signal.Part.OUTPUT, check, "busy");
        assertThat(Policies.builtIn().judge(kind, Consent.NONE, List.of(gap)).decision())
            .isEqualTo(Decision.REFUSE);
      }
    }
  }

  @Test
  void manyThreadsGetTheSameVerdict() throws Exception {
    RandomSignals random = new RandomSignals(new Random(5));
    List<List<Signal>> contents = Stream.generate(random::list).limit(200).toList();
    Callable<List<Verdict>> all =
        () ->
            contents.stream()
                .map(content -> Policies.builtIn().judge(Kind.EDIT, Consent.NONE, content))
                .toList();
    List<Verdict> expected = all.call();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<List<Verdict>> future :
          threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> all).toList())) {
        assertThat(future.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void itsReasonsAreSentencesThatQuoteNothing() {
    String text = Policies.builtInText();
    List<String> texts =
        Pattern.compile("^    text: (.*)$", Pattern.MULTILINE)
            .matcher(text.substring(0, text.indexOf("\nexamples:")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(texts)
        .hasSize((int) rules().count())
        .allMatch(sentence -> sentence.matches("[A-Z].*\\."));
  }
}
