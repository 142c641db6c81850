package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Each way of looking sees what no other one sees. Magenta plays the bad content. */
class LookTest {
  private static final int MAGENTA = 0xFF00FF;
  private static final int GREY = 0x808080;

  @TempDir private Path folder;
  private Shelf shelf;

  @BeforeEach
  void loadCanary() throws Exception {
    StubModels.canary(folder, "canary");
    shelf = Shelf.load(folder);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void theWholePicture() throws Exception {
    Score score = explicit(grey(200, 150).with(0, 0, 200, 40).with(0, 110, 200, 40));
    assertThat(score.view()).startsWith("whole");
    assertThat(score.value()).isGreaterThan(0.5);
  }

  @Test
  void whatIsHiddenFromTheReductionToFewPixels() throws Exception {
    Drawing drawing = grey(311, 311);
    for (int y = 0; y < 311; y++) {
      for (int x = 0; x < 311; x++) {
        if (x % 10 != 0 && y % 10 != 0) {
          drawing.with(x, y, 1, 1);
        }
      }
    }
    // Among so many frames it is looked at as a whole only.
    Raster[] frames = new Raster[60];
    for (int i = 0; i < 59; i++) {
      frames[i] = grey(64, 48).with(i, 0, 1, 1).raster();
    }
    frames[59] = drawing.raster();
    Score score = look(Drawings.animation(frames), null).scores().getFirst();
    assertThat(score.view()).isEqualTo("frame-60/whole-smooth");
    assertThat(score.value()).isGreaterThan(0.9);
  }

  @Test
  void onePieceOfALongPicture() throws Exception {
    Score score = explicit(grey(2000, 200).with(0, 0, 200, 200));
    assertThat(score.view()).startsWith("piece-1");
    assertThat(score.value()).isGreaterThan(0.9);
  }

  @Test
  void whatAPlainBorderSurrounds() throws Exception {
    Score score = explicit(grey(400, 300).with(120, 90, 160, 120));
    assertThat(score.view()).startsWith("trimmed");
    assertThat(score.value()).isGreaterThan(0.9);
  }

  @Test
  void theCentre() throws Exception {
    Score score = explicit(grey(400, 300).noisy().with(80, 60, 240, 180));
    assertThat(score.view()).startsWith("centre");
    assertThat(score.value()).isGreaterThan(0.5);
  }

  @Test
  void aTileOfACollage() throws Exception {
    for (int tile = 0; tile < 4; tile++) {
      int row = tile / 2;
      Drawing collage = grey(800, 600).noisy().with(tile % 2 * 420, row * 320, 380, 280);
      assertThat(explicit(collage).value()).isLessThan(0.1);
      Score part = part(collage, null);
      assertThat(part.view()).startsWith("quarter-" + (tile + 1));
      assertThat(part.value()).isGreaterThan(0.5);
    }
  }

  @Test
  @EnabledIf("eu.gardefou.vision.Weights#present")
  void thePersonUnderAFace() throws Exception {
    try (Shelf real = Shelf.load(Weights.FOLDER)) {
      FaceFinder finder = new FaceFinder(Objects.requireNonNull(real.finder()));
      Raster person = Drawings.person(1200, 900, 300, 200, 1);
      Drawing drawing = new Drawing(1200, 900, person.rgb().clone()).with(60, 270, 480, 400);
      assertThat(explicit(drawing).value()).isLessThan(0.1);
      Score part = part(drawing, finder);
      assertThat(part.view()).startsWith("person-1");
      assertThat(part.value()).isGreaterThan(0.5);
    }
  }

  /** A face that lies on its side has its body beside it. */
  @Test
  void theBodyIsLookedForBelowTheFaceAsItIsHeld() {
    View view = new View(grey(2000, 2000).raster());
    Region[] bodies = new Region[4];
    for (int turns = 0; turns < 4; turns++) {
      Region body = Look.body(view, new Box(950, 950, 1050, 1050, 0.9, turns));
      bodies[turns] = Objects.requireNonNull(body);
    }
    assertThat(bodies)
        .containsExactly(
            new Region(750, 900, 500, 500),
            new Region(900, 750, 500, 500),
            new Region(750, 600, 500, 500),
            new Region(600, 750, 500, 500));
  }

  /** Many frames share the looks; every one of them is looked at as a whole, whatever there are. */
  @Test
  void everyFrameOfALongAnimation() throws Exception {
    Raster[] frames = new Raster[64];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = grey(64, 48).with(i, 0, 1, 1).raster();
    }
    frames[63] = grey(64, 48).with(0, 0, 64, 40).raster();
    VisionFindings findings = look(Drawings.animation(frames), null);
    assertThat(findings.scores().getFirst().view()).isEqualTo("frame-64/whole");
    assertThat(findings.scores().getFirst().value()).isGreaterThan(0.9);
  }

  private Score explicit(Drawing drawing) throws Exception {
    return look(Drawings.picture(drawing.raster()), null).scores().getFirst();
  }

  private Score part(Drawing drawing, @Nullable FaceFinder finder) throws Exception {
    return look(Drawings.picture(drawing.raster()), finder).scores().getLast();
  }

  private VisionFindings look(Picture picture, @Nullable FaceFinder finder) throws Exception {
    ContentModel model = new ContentModel(Objects.requireNonNull(shelf.find("canary")));
    List<View> views = View.distinct(picture, new KnownFaces());
    Stop stop = new Stop(System.nanoTime() + 600_000_000_000L);
    List<Score> scores = new ArrayList<>(new ContentCheck(model, false).look(views, stop).scores());
    scores.addAll(new PartCheck(List.of(model), finder, false).look(views, stop).scores());
    return new VisionFindings(scores, List.of(), List.of());
  }

  private static Drawing grey(int width, int height) {
    int[] rgb = new int[width * height];
    Arrays.fill(rgb, GREY);
    return new Drawing(width, height, rgb);
  }

  private static final class Drawing {
    private final int width;
    private final int height;
    private final int[] rgb;

    Drawing(int width, int height, int[] rgb) {
      this.width = width;
      this.height = height;
      this.rgb = rgb;
    }

    Drawing with(int x, int y, int across, int down) {
      for (int row = y; row < y + down; row++) {
        for (int column = x; column < x + across; column++) {
          rgb[row * width + column] = MAGENTA;
        }
      }
      return this;
    }

    /** Light and dark greys in coarse squares: no plain border, and nothing that is magenta. */
    Drawing noisy() {
      for (int i = 0; i < rgb.length; i++) {
        int square = i % width / 16 + i / width / 16;
        rgb[i] = square % 2 == 0 ? 0x404040 : 0xC0C0C0;
      }
      return this;
    }

    Raster raster() {
      return new Raster(width, height, rgb.clone());
    }
  }
}
