package eu.gardefou.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DataFilesTest {
  private static final double FOUND = 0.5;
  private static final double PASSES = 0.25;

  @TestFactory
  Stream<DynamicTest> everyExampleOfEveryFileIsReadAsItsHeadingSays() {
    return Shared.PROMPTS.languages().stream().flatMap(DataFilesTest::examplesOf);
  }

  @Test
  void everyFileBringsAtLeastFortyExamplesToFindAndFortyToPass() {
    for (String code : Shared.PROMPTS.languages()) {
      Map<String, List<String>> examples = LanguageFile.open(code).examples();
      long found =
          Stream.of("undress", "revealing", "sexual")
              .flatMap(heading -> examples.getOrDefault(heading, List.of()).stream())
              .count();
      List<String> passes = examples.getOrDefault("passes", List.of());
      assertThat(found).as("found of %s", code).isGreaterThanOrEqualTo(40);
      assertThat(passes).as("passes of %s", code).hasSizeGreaterThanOrEqualTo(40);
    }
  }

  @Test
  void knowsItsLanguagesInOrder() {
    assertThat(Shared.PROMPTS.languages())
        .containsExactly(
            "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu",
            "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk");
  }

  @Test
  void aMistakeInAFileIsNamed() {
    assertThatThrownBy(() -> file("language: xx\nwords: {garmnet: \"coat\"}").language())
        .hasMessage("The prompt data file xx.yaml has a mistake: unknown sense garmnet.");
    assertThatThrownBy(() -> file("language: xx\ncolour: red"))
        .hasMessage("The prompt data file xx.yaml has a mistake: unknown key colour.");
    assertThatThrownBy(() -> file("language: xx\nlook-alikes: [\"nude {paint}\"]").language())
        .hasMessage("The prompt data file xx.yaml has a mistake: unknown set in nude {paint}.");
    assertThatThrownBy(() -> file("language: xx\nwords: {not: [no]}").language())
        .hasMessage("The prompt data file xx.yaml has a mistake: false needs quotes.");
    assertThatThrownBy(() -> file("words: {}").language())
        .hasMessage("The prompt data file xx.yaml has a mistake: language is missing.");
    assertThatThrownBy(() -> LanguageFile.open("xx"))
        .hasMessage("The prompt data file xx.yaml is missing.");
  }

  private static LanguageFile file(String yaml) {
    InputStream bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    return LanguageFile.parse("xx.yaml", bytes);
  }

  private static Stream<DynamicTest> examplesOf(String code) {
    return LanguageFile.open(code).examples().entrySet().stream()
        .flatMap(heading ->
            heading.getValue().stream()
                .map(text ->
                    DynamicTest.dynamicTest(
                        code + " " + heading.getKey() + ": " + text,
                        () -> check(heading.getKey(), text))));
  }

  private static void check(String heading, String text) {
    PromptFindings findings = Shared.read(text);
    assertThat(findings.covered()).as("covered").isTrue();
    switch (heading) {
      case "passes" -> assertThat(Shared.sexualised(findings)).isLessThan(PASSES);
      case "hint" -> assertThat(Shared.sexualised(findings)).isBetween(0.1, FOUND - 0.01);
      default -> {
        Concept concept = Concept.valueOf(heading.toUpperCase(Locale.ROOT).replace('-', '_'));
        assertThat(Shared.strength(findings, concept)).isGreaterThanOrEqualTo(FOUND);
      }
    }
  }
}
