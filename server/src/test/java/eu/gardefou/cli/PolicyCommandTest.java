package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.policy.Policies;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code gardefou policy}, as its user sees it. */
class PolicyCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new PolicyCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out))
        .execute(arguments);
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("own.yaml"), text);
  }

  @Test
  void aGoodPolicyIsOkWithItsNameAndVersion() throws Exception {
    Path file = file(Policies.builtInText());

    assertThat(run("check", file.toString())).isZero();
    assertThat(out.toString())
        .startsWith("ok gardefou-default " + Policies.builtIn().version() + " ")
        .containsPattern("\\d+ rules, \\d+ examples\\R$");
  }

  @Test
  void everyProblemIsALineAndTheExitCodeIsOne() throws Exception {
    Path file =
        file(
            """
            name: own
            floor:
              - id: uploads
                when: content.kind == 'upload'
                then: refuse
                category: own
                text: It is an upload.
              - id: untried
                when: content.kind == 'generate'
                then: review
                category: own
                text: It is a generation.
            examples:
              - name: an upload
                kind: upload
                expect: review
                rules: [uploads]
            """);

    assertThat(run("check", file.toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            file + ":8:9: no example shows the rule 'untried' at work",
            file
                + ":16:13: the example 'an upload' expects review by uploads"
                + " but gets refuse by uploads");
  }

  @Test
  void aRuleThatDoesNotCompileIsTold() throws Exception {
    Path file = file("name: own\nfloor:\n  - {id: a, when: country == 'FR', then: mark}\n");

    assertThat(run("check", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            file + ":3:19: a floor rule sees content and consent only, and 'country' is neither");
  }

  @Test
  void aFileThatIsNoTextIsTold() throws Exception {
    Path file = folder.resolve("own.yaml");
    Files.write(file, "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(run("check", file.toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(file + ":1:1: the file is not text in UTF-8");
  }

  @Test
  void theBuiltInPolicyCanBeShown() {
    assertThat(run("show")).isZero();
    assertThat(out.toString()).isEqualTo(Policies.builtInText());
  }

  @Test
  void withoutASubcommandTheUsageIsShown() {
    assertThat(run()).isEqualTo(2);
    assertThat(out.toString()).contains("check").contains("show");
  }
}
