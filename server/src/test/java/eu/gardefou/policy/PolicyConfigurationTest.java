package eu.gardefou.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which policy a server runs on. */
@ExtendWith(OutputCaptureExtension.class)
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
  void aBadPolicyStopsTheStartWithItsProblems(CapturedOutput output) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bad.yaml"),
            SmallPolicy.floor(SmallPolicy.rule("r", "tier == 'free'", "mark")));
    SpringApplication server = new SpringApplication(PolicyConfiguration.class);
    server.setWebApplicationType(WebApplicationType.NONE);

    assertThatThrownBy(() -> server.run("--gardefou.policy=" + file))
        .hasRootCauseInstanceOf(PolicyError.class);
    assertThat(output)
        .contains("The policy is not accepted:")
        .contains(file + ":4:12: a floor rule sees content and consent only")
        .doesNotContain("\tat ");
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

  @Test
  void nothingIsOnTrialUnlessAFileIsNamed() throws Exception {
    runner.run(context -> assertThat(context.getBean(ShadowPolicy.class).policy()).isNull());
    Path file =
        Files.writeString(
            folder.resolve("trial.yaml"), SmallPolicy.floor(SmallPolicy.rule("r", "true", "mark")));
    runner
        .withPropertyValues("gardefou.policy.shadow=" + file)
        .run(context -> {
          assertThat(context.getBean(ShadowPolicy.class).policy()).isNotNull();
          assertThat(context).getBean(Policy.class).isSameAs(Policies.builtIn());
        });
  }

  @Test
  void aBadPolicyOnTrialStopsTheStartToo(CapturedOutput output) throws Exception {
    Path file = Files.writeString(folder.resolve("trial.yaml"), "name: bad\nfloor: nothing\n");
    SpringApplication server = new SpringApplication(PolicyConfiguration.class);
    server.setWebApplicationType(WebApplicationType.NONE);
    assertThatThrownBy(() -> server.run("--gardefou.policy.shadow=" + file))
        .hasRootCauseInstanceOf(PolicyError.class);
    assertThat(output).contains("The policy is not accepted:").contains(file + ":2:");
  }
}
