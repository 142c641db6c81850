package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which policy a server runs on. */
class PolicyConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(PolicyConfiguration.class);

  @TempDir Path folder;

  @Test
  void theBuiltInPolicyWhenNoneIsNamed() {
    runner.run(context -> assertThat(context).getBean(Policy.class).isSameAs(Policies.builtIn()));
  }

  @Test
  void theFileThatIsNamed() throws Exception {
    String text = SmallPolicy.floor(SmallPolicy.rule("r", "true", "mark"));
    Path file = Files.writeString(folder.resolve("own.yaml"), text);

    runner
        .withPropertyValues("gardefou.policy=" + file)
        .run(context ->
            assertThat(context.getBean(Policy.class).version())
                .isEqualTo(Policies.load(text, "p").version()));
  }

  @Test
  void aBadPolicyStopsTheStartWithItsProblems() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bad.yaml"),
            SmallPolicy.floor(SmallPolicy.rule("r", "tier == 'free'", "mark")));

    runner
        .withPropertyValues("gardefou.policy=" + file)
        .run(context -> {
          assertThat(context).hasFailed();
          FailureAnalysis analysis =
              new PolicyFailureAnalyzer().analyze(context.getStartupFailure());
          assertThat(analysis.getDescription())
              .contains(file + ":4:12: a floor rule sees content and consent only");
        });
  }

  @Test
  void aPolicyThatIsNotThereStopsTheStart() {
    runner
        .withPropertyValues("gardefou.policy=" + folder.resolve("none.yaml"))
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(PolicyError.class)
                .hasMessageContaining("none.yaml:1:1: the file cannot be read"));
  }
}
