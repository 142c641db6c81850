package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.gardefou.media.Raster;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResizeTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void shrinkingIsTheMeanOfWhatANewPixelCovers(int seed) {
    Random random = new Random(seed);
    int width = 3 + random.nextInt(40);
    int height = 3 + random.nextInt(40);
    int newWidth = 1 + random.nextInt(width);
    int newHeight = 1 + random.nextInt(height);
    Raster raster = Drawings.noise(random, width, height);
    float[] found = Resize.smooth(raster, Region.all(raster), newWidth, newHeight);
    int at = 0;
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        for (int shift = 16; shift >= 0; shift -= 8) {
          double wanted = mean(raster, x, y, newWidth, newHeight, shift);
          assertThat((double) found[at++]).isCloseTo(wanted, within(0.01));
        }
      }
    }
  }

  /** Pixel by pixel, slowly. */
  private static double mean(Raster raster, int x, int y, int width, int height, int shift) {
    double stepX = (double) raster.width() / width;
    double stepY = (double) raster.height() / height;
    double sum = 0;
    for (int row = 0; row < raster.height(); row++) {
      for (int column = 0; column < raster.width(); column++) {
        double across = common(column, x * stepX, (x + 1) * stepX);
        double down = common(row, y * stepY, (y + 1) * stepY);
        int value = (raster.rgb()[row * raster.width() + column] >> shift) & 255;
        sum += across * down * value;
      }
    }
    return sum / stepX / stepY;
  }

  private static double common(int pixel, double start, double end) {
    return Math.max(0, Math.min(end, pixel + 1) - Math.max(start, pixel));
  }

  @Test
  void enlargingGoesStraightFromPixelToPixel() {
    Raster raster = new Raster(2, 1, new int[] {0x000000, 0x640000});
    float[] found = Resize.smooth(raster, Region.all(raster), 4, 1);
    assertThat(List.of(found[0], found[3], found[6], found[9])).containsExactly(0f, 25f, 75f, 100f);
  }

  @Test
  void beyondTheEdgeTheEdgeGoesOn() {
    Raster raster = new Raster(2, 2, new int[] {1, 2, 3, 4});
    float[] found = Resize.smooth(raster, new Region(-1, -1, 4, 4), 4, 4);
    int[] wanted = {1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4};
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i * 3 + 2]).isEqualTo(wanted[i]);
    }
    float[] outside = Resize.smooth(raster, new Region(5, 0, 2, 2), 1, 2);
    assertThat(outside[2]).isEqualTo(2);
    assertThat(outside[5]).isEqualTo(4);
  }

  @Test
  void tilesCoverEveryPixelAndShareWhatTheyShould() {
    Random random = new Random(9);
    for (int round = 0; round < 50; round++) {
      Raster raster = Drawings.pattern(4, 1 + random.nextInt(900), 1 + random.nextInt(600));
      List<Region> tiles = Region.tiles(raster, 256, 51);
      boolean[] covered = new boolean[raster.width() * raster.height()];
      for (Region tile : tiles) {
        assertThat(tile.width()).isLessThanOrEqualTo(256);
        for (int y = tile.y(); y < tile.y() + tile.height(); y++) {
          Arrays.fill(
              covered,
              y * raster.width() + tile.x(),
              y * raster.width() + tile.x() + tile.width(),
              true);
        }
      }
      assertThat(covered).doesNotContain(false);
    }
    Raster screen = new View(Drawings.pattern(4, 1920, 1080)).small();
    assertThat(Region.tiles(screen, 256, 51)).hasSize(6);
    List<Region> row = Region.tiles(Drawings.pattern(4, 700, 256), 256, 51);
    assertThat(row).hasSize(4);
    for (int i = 1; i < row.size(); i++) {
      assertThat(row.get(i - 1).x() + 256 - row.get(i).x()).isGreaterThanOrEqualTo(51);
    }
  }

  @Test
  void aLongPictureGivesAtMostEightPieces() {
    for (int length : new int[] {100, 201, 400, 801, 5000, 100_000}) {
      Raster raster = Drawings.pattern(4, length, 100);
      List<Region> pieces = Region.pieces(raster);
      assertThat(pieces).hasSizeLessThanOrEqualTo(8);
      assertThat(pieces.getFirst().x()).isZero();
      assertThat(pieces.getLast().x() + pieces.getLast().width()).isEqualTo(length);
    }
  }

  @Test
  void twoReductionsOfOnePictureAgreeAndOfTwoPicturesDoNot() {
    Raster person = Drawings.person(1600, 1200, 800, 600, 4);
    Raster pattern = Drawings.pattern(2, 1600, 1200);
    assertThat(disagreement(person, person)).isLessThan(Disagreement.ANOTHER_PICTURE / 2);
    assertThat(disagreement(pattern, person)).isGreaterThan(Disagreement.ANOTHER_PICTURE * 2);
  }

  private static double disagreement(Raster sampled, Raster smooth) {
    float[] a = Resize.cornersOnCorners(sampled, Region.all(sampled), 299);
    float[] b = Resize.smooth(smooth, Region.all(smooth), 299, 299);
    for (int i = 0; i < b.length; i++) {
      b[i] /= 255;
    }
    return Disagreement.between(a, b, 299);
  }
}
