package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.Raster;
import eu.gardefou.models.StubNet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The last model is asked about parts unless all others see next to nothing. To two of these models
 * magenta is the bad content, to one everything else.
 */
class PartCheckTest {
  private static final int SIDE = 400;

  @TempDir private Path folder;
  private Shelf shelf;

  @BeforeEach
  void loadModels() throws Exception {
    StubModels.canary(folder, "first");
    StubModels.canary(folder, "second");
    byte[] onnx = StubNet.magenta(StubModels.SIZE, false);
    String opposite =
        StubModels.manifest("opposite", onnx)
            .replace("\"explicit\": [\"canary\"]", "\"explicit\": [\"plain\"]");
    StubModels.write(folder, "opposite", onnx, opposite);
    shelf = Shelf.load(folder);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void theLastIsNotAskedWhereTheOtherSeesNothing() throws Exception {
    assertThat(asked(plain(), false, "first", "opposite")).containsExactly("first");
  }

  @Test
  void theLastIsAskedWhereTheOtherSeesSomething() throws Exception {
    assertThat(asked(withMagentaTile(), false, "first", "second"))
        .containsExactly("first", "second");
  }

  /** Of three models two may agree without the first. */
  @Test
  void oneOfTheOthersIsEnough() throws Exception {
    assertThat(asked(plain(), false, "first", "opposite", "second"))
        .containsExactly("first", "opposite", "second");
    assertThat(asked(plain(), false, "first", "second", "opposite"))
        .containsExactly("first", "second");
  }

  @Test
  void aModelAloneIsAlwaysAsked() throws Exception {
    assertThat(asked(plain(), false, "first")).containsExactly("first");
  }

  @Test
  void forMeasuringAllAreAsked() throws Exception {
    assertThat(asked(plain(), true, "first", "opposite")).contains("first", "opposite");
  }

  private List<String> asked(Raster raster, boolean every, String... names) throws Exception {
    List<ContentModel> models =
        Arrays.stream(names)
            .map(name -> new ContentModel(Objects.requireNonNull(shelf.find(name))))
            .toList();
    Stop stop = new Stop(System.nanoTime() + 600_000_000_000L);
    return new PartCheck(models, null, every)
        .look(List.of(new View(raster)), stop).scores().stream()
            .map(Score::model)
            .distinct()
            .toList();
  }

  private static Raster plain() {
    int[] rgb = new int[SIDE * SIDE];
    Arrays.fill(rgb, 0x808080);
    return new Raster(SIDE, SIDE, rgb);
  }

  private static Raster withMagentaTile() {
    int[] rgb = plain().rgb().clone();
    for (int y = 0; y < SIDE / 2; y++) {
      Arrays.fill(rgb, y * SIDE, y * SIDE + SIDE / 2, 0xFF00FF);
    }
    return new Raster(SIDE, SIDE, rgb);
  }
}
