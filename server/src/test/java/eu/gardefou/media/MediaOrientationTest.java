package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames are upright whatever the camera wrote; what is hashed is not turned. */
final class MediaOrientationTest {
  private static final int W = 70;
  private static final int H = 67;

  private final Media media = new Media(MediaLimits.DEFAULT);

  static Stream<Integer> values() {
    return IntStream.rangeClosed(1, 8).boxed();
  }

  /** Where a pixel of the upright picture is stored, by the definition of each value. */
  private static int stored(int value, int x, int y) {
    int row =
        switch (value) {
          case 1, 2 -> y;
          case 3, 4 -> H - 1 - y;
          case 5, 8 -> x;
          default -> H - 1 - x;
        };
    int column =
        switch (value) {
          case 1, 4 -> x;
          case 2, 3 -> W - 1 - x;
          case 5, 6 -> y;
          default -> W - 1 - y;
        };
    return row * W + column;
  }

  private static int[] upright(int value, int[] pixels) {
    int width = value < 5 ? W : H;
    return IntStream.range(0, W * H)
        .map(i -> pixels[stored(value, i % width, i / width)])
        .toArray();
  }

  private static int[] lake() {
    return Arrays.stream(Drawn.lakePixels(W, H)).map(p -> p | Argb.OPAQUE).toArray();
  }

  @ParameterizedTest
  @MethodSource("values")
  void turnsPngByItsExif(int value) {
    int[] pixels = lake();
    // Half transparent, so that what is stored has to be drawn back from the upright frame.
    pixels[3] = 0x80123456;
    byte[] file =
        new PngBytes()
            .header(W, H, 8, 6, false)
            .orientation(value)
            .chunk("IDAT", PngBytes.rgbaData(W, pixels))
            .end();

    Picture picture = media.decode(file);

    assertThat(picture.width()).isEqualTo(value < 5 ? W : H);
    assertThat(picture.height()).isEqualTo(value < 5 ? H : W);
    assertThat(Views.ofFirstFrame(picture))
        .containsExactlyElementsOf(Views.of(upright(value, pixels)));
    assertThat(picture.stored().width()).isEqualTo(W);
    assertThat(picture.stored().rgb())
        .isEqualTo(Arrays.stream(pixels).map(Argb::withoutAlpha).toArray());
  }

  @ParameterizedTest
  @MethodSource("values")
  void turnsJpegByItsExif(int value) {
    byte[] plain = JpegBytes.of(Drawn.lake(W, H));
    int[] pixels = media.decode(plain).stored().rgb();

    Picture picture = media.decode(JpegBytes.withOrientation(plain, value));

    assertThat(picture.frames().getFirst().views().getFirst().rgb())
        .isEqualTo(upright(value, pixels));
    assertThat(picture.stored().rgb()).isEqualTo(pixels);
  }

  @ParameterizedTest
  @MethodSource("values")
  void turnsWebpAndTiffToo(int value) {
    int[] pixels = lake();
    byte[] webp =
        new WebpBytes()
            .extended(8, W, H)
            .chunk("VP8L", WebpBytes.lossless(W, pixels))
            .chunk("EXIF", PngBytes.exif(value))
            .end();
    byte[] samples = new byte[3 * W * H];
    for (int i = 0; i < pixels.length; i++) {
      samples[3 * i] = (byte) Argb.red(pixels[i]);
      samples[3 * i + 1] = (byte) Argb.green(pixels[i]);
      samples[3 * i + 2] = (byte) Argb.blue(pixels[i]);
    }
    byte[] tiff = new TiffBytes().page(W, H, 3, 8, samples, 274, value).end();

    for (byte[] file : new byte[][] {webp, tiff}) {
      assertThat(Views.ofFirstFrame(media.decode(file)))
          .containsExactlyElementsOf(Views.of(upright(value, pixels)));
    }
  }

  @Test
  void takesAnUnknownOrientationForUpright() {
    byte[] plain = JpegBytes.of(Drawn.lake(W, H));
    int[] pixels = media.decode(plain).stored().rgb();

    for (int value : new int[] {0, 9, 65_535}) {
      assertThat(
              media
                  .decode(JpegBytes.withOrientation(plain, value))
                  .frames()
                  .getFirst()
                  .views()
                  .getFirst()
                  .rgb())
          .isEqualTo(pixels);
    }
    byte[] malformed =
        JpegBytes.with(plain, JpegWalk.APP1, JpegBytes.ascii("Exif\0\0MM\0*\1\1\1\1"));
    assertThat(media.decode(malformed).width()).isEqualTo(W);
  }
}
