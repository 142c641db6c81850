package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every format and colour mode that is read gives the pixels that were drawn. */
final class MediaFormatsTest {
  private static final int W = 37;
  private static final int H = 23;

  private final Media media = new Media(MediaLimits.DEFAULT);

  @Test
  void readsLossyJpegCloseToWhatWasDrawn() {
    for (byte[] file :
        new byte[][] {JpegBytes.of(Drawn.lake(W, H)), JpegBytes.progressive(Drawn.lake(W, H))}) {
      Picture picture = media.decode(file);

      assertThat(picture.format()).isEqualTo("jpeg");
      assertThat(picture.width()).isEqualTo(W);
      assertThat(picture.height()).isEqualTo(H);
      assertThat(meanDifference(onlyView(picture).rgb(), Drawn.lakePixels(W, H))).isLessThan(8);
    }
  }

  @Test
  void readsTheGreySamplesOfAJpegAsTheyAre() throws IOException {
    BufferedImage grey = Drawn.lake(W, H, BufferedImage.TYPE_BYTE_GRAY);
    byte[] file = JpegBytes.of(grey);

    int[] expected = new int[W * H];
    BufferedImage again = ImageIO.read(new ByteArrayInputStream(file));
    again.getRaster().getPixels(0, 0, W, H, expected);

    assertThat(onlyView(media.decode(file)).rgb())
        .isEqualTo(Arrays.stream(expected).map(Argb::grey).toArray());
  }

  @Test
  void readsAJpegWhoseComponentsAreRedGreenAndBlue() {
    // Stored without conversion: the same samples, declared by Adobe's marker to be RGB.
    byte[] flat = JpegBytes.of(flat(0x808080));
    byte[] declared =
        JpegBytes.with(withoutJfif(flat), JpegWalk.APP14, JpegBytes.ascii("Adobe\0\144\0\0\0\0\0"));

    assertThat(onlyView(media.decode(declared)).rgb()).containsOnly(0x808080);

    byte[] reddish = JpegBytes.of(flat(0xC04040));
    byte[] misread =
        JpegBytes.with(
            withoutJfif(reddish), JpegWalk.APP14, JpegBytes.ascii("Adobe\0\144\0\0\0\0\0"));
    // Luma 102, blueness 106, redness 192.
    int pixel = onlyView(media.decode(misread)).rgb()[W];
    assertThat(Argb.red(pixel)).isBetween(98, 106);
    assertThat(Argb.green(pixel)).isBetween(102, 110);
    assertThat(Argb.blue(pixel)).isBetween(188, 196);
  }

  @Test
  void readsTheInksOfAJpegByAdobesConvention() {
    // Inverted: 255 is no ink. No cyan, all magenta, half yellow, no black.
    byte[] inks = new byte[4 * W * H];
    for (int i = 0; i < inks.length; i += 4) {
      inks[i] = (byte) 255;
      inks[i + 2] = (byte) 128;
      inks[i + 3] = (byte) 255;
    }

    int[] rgb = onlyView(media.decode(JpegBytes.inks(W, H, inks))).rgb();

    assertThat(Argb.red(rgb[0])).isGreaterThan(250);
    assertThat(Argb.green(rgb[0])).isLessThan(5);
    assertThat(Argb.blue(rgb[0])).isBetween(124, 132);
  }

  @Test
  void readsInksThatAreCodedAsLumaAndChroma() {
    // A luma of 200 without chroma is 200 in cyan, magenta and yellow, of which 55 stay as light.
    byte[] inks = new byte[4 * W * H];
    for (int i = 0; i < inks.length; i += 4) {
      inks[i] = (byte) 200;
      inks[i + 1] = (byte) 128;
      inks[i + 2] = (byte) 128;
      inks[i + 3] = (byte) 255;
    }
    byte[] file =
        JpegBytes.with(
            JpegBytes.inks(W, H, inks), JpegWalk.APP14, JpegBytes.ascii("Adobe\0\144\0\0\0\0\2"));

    for (int sample : new int[] {16, 8, 0}) {
      assertThat(onlyView(media.decode(file)).rgb()[5] >> sample & 0xFF).isBetween(53, 57);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0,1", "0,2", "0,4", "0,8", "0,16", "2,8", "2,16", "3,1", "3,2", "3,4", "3,8", "4,8", "4,16",
    "6,8", "6,16"
  })
  void readsEveryArrangementOfPngSamples(int colourType, int depth) {
    SplittableRandom random = new SplittableRandom(7L * colourType + depth);
    for (int round = 0; round < 20; round++) {
      PngSamples png = PngSamples.random(colourType, depth, round % 2 == 1, random);

      Picture picture = media.decode(png.file());

      assertThat(picture.stored().rgb()).as("samples").isEqualTo(png.stored());
      assertThat(Views.ofFirstFrame(picture)).as("views").containsExactlyElementsOf(png.views());
    }
  }

  @Test
  void readsGif() {
    byte[] indices = new byte[W * H];
    new SplittableRandom(3).nextBytes(indices);
    int[] palette = new SplittableRandom(4).ints(256, 0, 1 << 24).toArray();
    Part whole = Parts.part(0, 0, W, H, true, Part.After.KEEP);

    Picture picture =
        media.decode(
            new GifBytes(W, H, Arrays.stream(palette).boxed().toList())
                .image(whole, indices)
                .end());

    assertThat(picture.format()).isEqualTo("gif");
    int[] expected = new int[W * H];
    Arrays.setAll(expected, i -> palette[indices[i] & 0xFF]);
    assertThat(onlyView(picture).rgb()).isEqualTo(expected);
  }

  @Test
  void readsLosslessWebp() {
    int[] argb = Drawn.noise(W * H, new SplittableRandom(5));

    Picture picture = media.decode(WebpBytes.of(W, argb));

    assertThat(picture.format()).isEqualTo("webp");
    assertThat(Views.ofFirstFrame(picture)).containsExactlyElementsOf(Views.of(argb));
  }

  @Test
  void readsBmp() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_3BYTE_BGR,
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_INDEXED
        }) {
      BufferedImage drawn = Drawn.lake(W, H, type);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(drawn, "bmp", out);

      Picture picture = media.decode(out.toByteArray());

      assertThat(picture.format()).isEqualTo("bmp");
      int[] expected = drawn.getRGB(0, 0, W, H, null, 0, W);
      assertThat(onlyView(picture).rgb())
          .isEqualTo(Arrays.stream(expected).map(Argb::withoutAlpha).toArray());
    }
  }

  @Test
  void readsEveryPageOfATiff() {
    byte[] grey = new byte[W * H];
    byte[] rgb = new byte[3 * 5 * 4];
    new SplittableRandom(1).nextBytes(grey);
    new SplittableRandom(2).nextBytes(rgb);

    Picture picture =
        media.decode(new TiffBytes().page(W, H, 1, 8, grey).page(5, 4, 3, 8, rgb).end());

    assertThat(picture.format()).isEqualTo("tiff");
    assertThat(picture.frames()).hasSize(2);
    int[] first = new int[W * H];
    Arrays.setAll(first, i -> Argb.grey(grey[i] & 0xFF));
    assertThat(picture.stored().rgb()).isEqualTo(first);
    Raster second = picture.frames().get(1).views().getFirst();
    int[] expected = new int[20];
    Arrays.setAll(expected, i -> Argb.rgb(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]));
    assertThat(second.width()).isEqualTo(5);
    assertThat(second.rgb()).isEqualTo(expected);
  }

  @Test
  void readsTheInksOfATiff() {
    byte[] inks = ByteBuffer.allocate(8).putInt(0x00FF8000).putInt(0x000000FF).array();
    int[] expected = {0xFF007F, 0x000000};

    assertThat(onlyView(media.decode(new TiffBytes().page(2, 1, 4, 8, inks, 262, 5).end())).rgb())
        .isEqualTo(expected);
  }

  @Test
  void tellsAFormatByItsContentOnly() {
    byte[] png = PngBytes.rgba(2, new int[] {-1, -2, -3, -4});

    assertThat(media.decode(png).format()).isEqualTo("png");
    assertThat(Refusals.of(() -> media.decode("just a text".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(UnreadablePicture.Cause.NOT_A_PICTURE);
    assertThat(Refusals.of(() -> media.decode(new byte[0])))
        .isEqualTo(UnreadablePicture.Cause.NOT_A_PICTURE);
    assertThat(
            Refusals.of(() -> media.decode(JpegBytes.ascii("BM, a letter from a friend of ours"))))
        .isEqualTo(UnreadablePicture.Cause.NOT_A_PICTURE);
  }

  private static BufferedImage flat(int rgb) {
    BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[W * H];
    Arrays.fill(pixels, rgb);
    image.setRGB(0, 0, W, H, pixels, 0, W);
    return image;
  }

  private static byte[] withoutJfif(byte[] jpeg) {
    int segment = 2 + Numbers.big16(jpeg, 4);
    return JpegBytes.join(
        Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, 2 + segment, jpeg.length));
  }

  private static Raster onlyView(Picture picture) {
    assertThat(picture.frames()).hasSize(1);
    assertThat(picture.frames().getFirst().views()).hasSize(1);
    return picture.frames().getFirst().views().getFirst();
  }

  private static double meanDifference(int[] one, int[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(Argb.red(one[i]) - Argb.red(other[i]));
      sum += Math.abs(Argb.green(one[i]) - Argb.green(other[i]));
      sum += Math.abs(Argb.blue(one[i]) - Argb.blue(other[i]));
    }
    return sum / (3.0 * one.length);
  }
}
