package eu.gardefou.prompts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No text makes reading fail or slow. */
class HostileTextTest {
  private static final int LONGEST = 32_000;

  /** Far above the tens of milliseconds that it takes, far below what a quadratic scan would. */
  private static final Duration GENEROUS = Duration.ofSeconds(10);

  /** Loading is no part of what is timed. */
  @BeforeAll
  static void load() {
    assertThat(Shared.read("a garden").covered()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> longestTextsAreReadInTime() {
    return patterns().entrySet().stream()
        .map(pattern ->
            DynamicTest.dynamicTest(
                pattern.getKey(),
                () -> {
                  String unit = pattern.getValue();
                  String text = unit.repeat(LONGEST / unit.length());
                  PromptFindings findings =
                      assertTimeoutPreemptively(GENEROUS, () -> Shared.read(text));
                  assertThat(findings.findings()).hasSizeLessThan(200);
                }));
  }

  private static Map<String, String> patterns() {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("one letter", "a");
    units.put("single letters", "u ");
    units.put("negations", "not ");
    units.put("actions", "take ");
    units.put("pronouns", "her ");
    units.put("run together", "takeoffherdress");
    units.put("almost run together", "takeoffherdressx");
    units.put("leet", "n4k3d ");
    units.put("masks", "n*k*d ");
    units.put("marks", "a\u0301\u0323");
    units.put("expanding ligature", "\ufdfa");
    units.put("tags", Character.toString(0xE0061));
    units.put("selectors", Character.toString(0xE0161));
    units.put("flags", Character.toString(0x1F3F4));
    units.put("percent", "%41%");
    units.put("entities", "&#97;");
    units.put("ampersands", "&");
    units.put("base64", "QUJD");
    units.put("hex", "74 ");
    units.put("compound", "sommerkleiderschrankhaken ");
    units.put("gap phrases", "zieh take nimm ");
    units.put("surrogate halves", "\ud83d");
    units.put("no spaces", "把她的衣服");
    units.put("commas", "dress,");
    units.put("nothing", "nothing ");
    units.put("letters apart", "u.n-d r.e ");
    units.put("spaced letters", "t a k e  o f f  ");
    units.put("stretched", "ttaakkee ooofff hhher dddrresss ");
    units.put("romanised", "vgale tis to forema snimi s neyo platye ");
    units.put("languages", "enlève sa robe. take it off. zieh sie aus. ");
    units.put("stops", "dress;");
    units.put("long words", "takeoffherdress".repeat(266) + " ");
    return units;
  }

  @Test
  void randomTextsNeverFail() {
    var random = new Random(20261122);
    String alphabet = "aehnkdrsto 013@$*.-,'\"&#%;=\\ux\u200b\u202e\u0301é🙂\n";
    for (int round = 0; round < 600; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        boolean any = round % 3 == 0;
        text.append(
            any
                ? (char) random.nextInt(0x10000)
                : alphabet.charAt(random.nextInt(alphabet.length())));
      }
      PromptFindings findings = Shared.read(text.toString());
      assertThat(findings.findings())
          .allSatisfy(finding -> assertThat(finding.strength()).isBetween(0.0, 1.0));
    }
  }

  @Test
  void moreStrangeWordsThanAreLookedIntoAreNotCovered() {
    var random = new Random(5);
    var text = new StringBuilder();
    while (text.length() < LONGEST) {
      text.append(random.ints(8, 'a', 'z' + 1).mapToObj(Character::toString).collect(joining()));
      text.append(' ');
    }
    assertThat(Shared.read(text.toString()).covered()).isFalse();
    assertThat(Shared.read("a photo of a garden gate").covered()).isTrue();
  }

  @Test
  void nestedEncodingsStayWithinTheirBudget() {
    String text = "undress her ".repeat(1_500);
    for (int i = 0; i < 2; i++) {
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      text = java.util.Base64.getEncoder().encodeToString(bytes);
    }
    String nested = text;
    PromptFindings findings = assertTimeoutPreemptively(GENEROUS, () -> Shared.read(nested));
    assertThat(Shared.sexualised(findings) > 0.5 || !findings.covered()).isTrue();
  }
}
