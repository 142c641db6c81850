package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A process that ends while its models are still to be loaded, as after Ctrl-C at the start. */
@EnabledIf("eu.gardefou.vision.Weights#present")
class GoingDownTest {
  @Test
  void modelsThatCanNoLongerBeLoadedAreMissingAndNobodyIsTroubled() throws Exception {
    Process process = ending("late");
    assertThat(everythingSaidBy(process))
        .contains("loaded nothing: interrupted")
        .doesNotContain("Exception", "ERROR");
    assertThat(process.waitFor()).isZero();
  }

  /** The runtime goes down side by side with us; how far the loading comes is chance. */
  @Test
  void aRuntimeThatIsTakenAwayMeanwhileTroublesNobody() throws Exception {
    Process process = ending("early");
    assertThat(everythingSaidBy(process)).contains("loaded ").doesNotContain("Exception", "ERROR");
    assertThat(process.waitFor()).isZero();
  }

  private static Process ending(String runtime) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Ending.class.getName(),
            Weights.FOLDER.toString(),
            runtime)
        .redirectErrorStream(true)
        .start();
  }

  private static String everythingSaidBy(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Asks for the models when the process is already going down. */
  static final class Ending {
    private Ending() {}

    /** Ends at once. */
    public static void main(String[] arguments) {
      Vision vision = Vision.open(Path.of(arguments[0]), VisionLimits.DEFAULT);
      boolean early = arguments[1].equals("early");
      if (early) {
        OrtEnvironment.getEnvironment();
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(vision, early)));
    }

    private static void tell(Vision vision, boolean early) {
      boolean nothing =
          vision.models().stream().allMatch(model -> model.state() == ModelState.State.MISSING);
      System.out.println(
          (nothing ? "loaded nothing: " : "loaded something: ") + vision.models().getFirst().why());
      if (early) {
        return;
      }
      VisionFindings findings = vision.look(Drawings.picture(Drawings.pattern(4, 32, 32)));
      if (findings.missing().size() != vision.models().size()) {
        throw new AssertionError("some model looked: " + findings);
      }
    }
  }
}
