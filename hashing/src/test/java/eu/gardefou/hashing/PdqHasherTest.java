package eu.gardefou.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class PdqHasherTest {
  private static final int RADIUS = 31;

  @ParameterizedTest
  @CsvFileSource(resources = "golden.tsv", delimiter = '\t')
  void upstreamSaysTheSameOfEveryPose(
      String drawing,
      int width,
      int height,
      long seed,
      int quality,
      String p0,
      String p1,
      String p2,
      String p3,
      String p4,
      String p5,
      String p6,
      String p7) {
    PdqFingerprint fingerprint = Drawing.named(drawing, width, height, seed).fingerprint();

    assertThat(fingerprint.quality()).isEqualTo(quality);
    assertThat(fingerprint.dihedral())
        .extracting(PdqHash::toString)
        .containsExactly(p0, p1, p2, p3, p4, p5, p6, p7);
  }

  @Test
  void randomPicturesHashAsInTheSlowForm() {
    Random random = new Random(20260112);
    for (int k = 0; k < 150; k++) {
      Drawing drawing = random(random, 17, 17 + 3 * k);
      PdqFingerprint slow = SlowPdq.hash(drawing.luma(), drawing.width(), drawing.height());

      assertThat(drawing.fingerprint())
          .as("picture %s of %s by %s", k, drawing.width(), drawing.height())
          .isEqualTo(slow);
    }
  }

  /**
   * With 8 or 16 repeated pixels some coefficients are zero but for rounding: those bits differ.
   */
  @Test
  void verySmallPicturesStayWithinTheRadiusOfTheSlowForm() {
    Random random = new Random(3);
    for (int k = 0; k < 200; k++) {
      Drawing drawing = random(random, PdqHasher.SMALLEST_SIDE, 17);
      PdqFingerprint slow = SlowPdq.hash(drawing.luma(), drawing.width(), drawing.height());

      assertThat(drawing.fingerprint().quality()).isEqualTo(slow.quality());
      assertThat(drawing.fingerprint().hash().distance(slow.hash())).isLessThanOrEqualTo(RADIUS);
    }
  }

  @Test
  void colourAndLuminanceGiveTheSameHash() {
    Drawing drawing = Drawing.discs(321, 123, 8);

    assertThat(PdqHasher.hashLuma(drawing.luma(), 321, 123)).isEqualTo(drawing.fingerprint());
  }

  @Test
  void theTopByteOfAPixelIsIgnored() {
    Drawing drawing = Drawing.discs(100, 80, 8);
    int[] opaque = drawing.rgb().clone();
    for (int k = 0; k < opaque.length; k++) {
      opaque[k] |= 0xff000000;
    }

    assertThat(PdqHasher.hashRgb(opaque, 100, 80)).isEqualTo(drawing.fingerprint());
  }

  @ParameterizedTest
  @CsvSource({"640, 480, 1", "500, 500, 2", "333, 777, 3", "1280, 720, 4", "64, 64, 5"})
  void everyPoseIsNearTheHashOfThePictureReallyTurnedAndMirrored(int width, int height, long seed) {
    Drawing drawing = Drawing.discs(width, height, seed);
    List<Drawing> posed =
        List.of(
            drawing,
            drawing.turned(),
            drawing.turned().turned(),
            drawing.turned().turned().turned(),
            drawing.mirrored(),
            drawing.turned().turned().mirrored(),
            drawing.turned().mirrored(),
            drawing.turned().turned().turned().mirrored());
    List<PdqHash> poses = drawing.fingerprint().dihedral();

    for (int pose = 0; pose < PdqFingerprint.POSES; pose++) {
      PdqHash really = posed.get(pose).fingerprint().hash();
      for (int other = 0; other < PdqFingerprint.POSES; other++) {
        int distance = poses.get(other).distance(really);
        if (other == pose) {
          assertThat(distance).as("pose %s", pose).isLessThanOrEqualTo(16);
        } else {
          assertThat(distance).as("pose %s taken for %s", pose, other).isGreaterThan(RADIUS);
        }
      }
    }
  }

  @Test
  void aPictureAndItsHalvedCopyAreWithinTheRadius() {
    Drawing large = Drawing.discs(800, 600, 6);
    int[] half = new int[400 * 300];
    for (int k = 0; k < half.length; k++) {
      half[k] = large.rgb()[k / 400 * 2 * 800 + k % 400 * 2];
    }
    PdqFingerprint small = PdqHasher.hashRgb(half, 400, 300);

    assertThat(small.hash().distance(large.fingerprint().hash())).isLessThanOrEqualTo(RADIUS);
    assertThat(small.isUsable()).isTrue();
  }

  @Test
  void differentPicturesAreFarApart() {
    PdqHash one = Drawing.discs(300, 300, 1).fingerprint().hash();
    PdqHash other = Drawing.discs(300, 300, 2).fingerprint().hash();

    assertThat(one.distance(other)).isGreaterThan(80);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 4", "4, 500", "500, 4"})
  void aPictureUnderFivePixelsASideHasNoUsableHash(int width, int height) {
    PdqFingerprint fingerprint = Drawing.noise(width, height, 1).fingerprint();

    assertThat(fingerprint.quality()).isZero();
    assertThat(fingerprint.isUsable()).isFalse();
    assertThat(fingerprint.dihedral()).containsOnly(new PdqHash(0, 0, 0, 0)).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({"0", "16777215", "8421504", "16711680"})
  void aPlainPictureHasNoUsableHash(int colour) {
    PdqFingerprint fingerprint = Drawing.plain(200, 100, colour).fingerprint();

    assertThat(fingerprint.quality()).isZero();
    assertThat(fingerprint.isUsable()).isFalse();
  }

  @Test
  void aLongThinPictureIsHashedLikeAnyOther() {
    Drawing drawing = Drawing.noise(200_000, 5, 1);

    assertThat(drawing.fingerprint().hash().distance(Drawing.noise(5, 9, 2).fingerprint().hash()))
        .isGreaterThan(RADIUS);
  }

  @ParameterizedTest
  @CsvSource({"10, 11", "0, 100", "-10, -10", "65536, 65536"})
  void aBufferThatDoesNotFitIsRefused(int width, int height) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdqHasher.hashRgb(new int[100], width, height))
        .withMessageContaining(width + " by " + height);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdqHasher.hashLuma(new float[100], width, height));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void aLuminanceThatIsNoNumberIsRefused(float value) {
    float[] luma = Drawing.discs(64, 64, 1).luma();
    luma[2000] = value;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdqHasher.hashLuma(luma, 64, 64))
        .withMessage("the luminance of every pixel is a finite number");
  }

  private static Drawing random(Random random, int least, int bound) {
    String name = List.of("discs", "noise", "tiles").get(random.nextInt(3));
    int width = random.nextInt(least, bound + 1);
    int height = random.nextInt(least, bound + 1);
    return Drawing.named(name, width, height, random.nextLong());
  }

  @Test
  void packedBytesGiveWhatPixelsGive() {
    Random random = new Random(5);
    for (int[] size : new int[][] {{1, 1}, {5, 5}, {64, 64}, {131, 97}}) {
      int[] pixels = random.ints((long) size[0] * size[1], 0, 1 << 24).toArray();
      byte[] bytes = new byte[pixels.length * 3];
      for (int i = 0; i < pixels.length; i++) {
        bytes[3 * i] = (byte) (pixels[i] >> 16);
        bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
        bytes[3 * i + 2] = (byte) pixels[i];
      }
      assertThat(PdqHasher.hashRgb24(bytes, size[0], size[1]))
          .isEqualTo(PdqHasher.hashRgb(pixels, size[0], size[1]));
    }
    byte[] four = new byte[4];
    byte[] three = new byte[3];
    assertThatIllegalArgumentException().isThrownBy(() -> PdqHasher.hashRgb24(four, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PdqHasher.hashRgb24(three, 1, 2));
  }
}
