package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.gardefou.media.Raster;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** From pixels to probabilities, our way gives what nsfwjs gives, its resizing included. */
@EnabledIf("eu.gardefou.vision.Weights#present")
class ReferencePathTest {
  private static final Shelf shelf = Shelf.load(Weights.FOLDER);

  @AfterAll
  static void closeModels() {
    shelf.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "nsfwjs.csv")
  void givesTheProbabilitiesOfNsfwjs(
      String model,
      int pattern,
      int width,
      int height,
      double drawing,
      double hentai,
      double neutral,
      double porn,
      double sexy)
      throws Exception {
    Raster raster = Drawings.pattern(pattern, width, height);
    int side = model.contains("inception") ? 299 : 224;
    Net net = Objects.requireNonNull(shelf.find(model));
    float[] input = Resize.cornersOnCorners(raster, Region.all(raster), side);
    float[] found = Objects.requireNonNull(net.run(input, side).get("probabilities"));
    double[] wanted = {drawing, hentai, neutral, porn, sexy};
    for (int i = 0; i < wanted.length; i++) {
      assertThat((double) found[i]).isCloseTo(wanted[i], within(1e-4));
    }
  }
}
