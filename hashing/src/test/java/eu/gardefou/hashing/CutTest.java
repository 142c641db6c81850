package eu.gardefou.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part of a picture has the hash of that part alone. */
final class CutTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private final int[] pixels = new Random(5).ints(WIDTH * HEIGHT, 0, 1 << 24).toArray();

  @ParameterizedTest
  @CsvSource({"0,0,160,120", "10,0,150,120", "0,7,160,113", "31,17,100,90", "159,119,1,1"})
  void isHashedAsIfItWereThePicture(int left, int top, int width, int height) {
    int[] alone = new int[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(pixels, (top + y) * WIDTH + left, alone, y * width, width);
    }
    assertThat(PdqHasher.hashRgb(pixels, WIDTH, HEIGHT, new Cut(left, top, width, height)))
        .isEqualTo(PdqHasher.hashRgb(alone, width, height));
  }

  @Test
  void isInsideThePicture() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdqHasher.hashRgb(pixels, WIDTH, HEIGHT, new Cut(1, 0, 160, 120)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdqHasher.hashRgb(pixels, WIDTH, HEIGHT, new Cut(0, 1, 160, 120)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Cut(-1, 0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Cut(0, 0, 0, 1));
  }
}
