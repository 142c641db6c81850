package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Profiles and gamma change what is seen, never what is hashed. */
final class MediaColoursTest {
  private static final int W = 64;

  private final Media media = new Media(MediaLimits.DEFAULT);
  private final int[] ramp = new int[W * 4];

  MediaColoursTest() {
    Arrays.setAll(ramp, i -> Argb.OPAQUE | Argb.grey(i % W * 4));
  }

  @Test
  void showsTheColoursThatAProfileDescribesAndHashesTheSamples() {
    Picture picture =
        media.decode(withProfile(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData()));

    int[] seen = views(picture).getFirst().rgb();
    for (int x = 0; x < W; x++) {
      assertThat(Argb.green(seen[x]))
          .as("level %d", 4 * x)
          .isCloseTo(srgb(4 * x / 255.0), within());
    }
    assertThat(picture.stored().rgb()).isEqualTo(rampWithoutAlpha());
  }

  @Test
  void looksAtTheSamplesTooWhenAProfileMakesAnotherPictureOfThem() {
    // Whoever ignores such a profile sees the samples; a picture can be hidden in the difference.
    Picture picture =
        media.decode(withProfile(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData()));

    assertThat(views(picture)).hasSize(2);
    assertThat(views(picture).get(1).rgb()).isEqualTo(rampWithoutAlpha());
  }

  @Test
  void changesNothingForTheUsualProfile() {
    Picture picture =
        media.decode(withProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));

    assertThat(views(picture)).hasSize(1);
    assertThat(views(picture).getFirst().rgb()).isEqualTo(rampWithoutAlpha());
  }

  @Test
  void ignoresAProfileThatCannotBeUsed() {
    byte[] grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    for (byte[] profile : List.of(grey, new byte[200], Arrays.copyOf(grey, 300))) {
      assertThat(views(media.decode(withProfile(profile))).getFirst().rgb())
          .isEqualTo(rampWithoutAlpha());
    }
  }

  @Test
  void convertsGreyByAGreyProfile() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    byte[] jpeg = JpegBytes.of(Drawn.lake(W, 9, BufferedImage.TYPE_BYTE_GRAY));

    int[] stored = media.decode(jpeg).stored().rgb();
    Picture converted = media.decode(JpegBytes.withProfile(jpeg, profile));

    assertThat(converted.stored().rgb()).isEqualTo(stored);
    int[] seen = views(converted).getFirst().rgb();
    for (int i = 0; i < seen.length; i++) {
      assertThat(Argb.red(seen[i])).isCloseTo(srgb(Argb.red(stored[i]) / 255.0), within());
    }
  }

  @Test
  void convertsInksByTheirProfileAndLooksAtThePlainReadingToo() {
    byte[] inks = new byte[4 * 16 * 16];
    for (int i = 0; i < inks.length; i++) {
      inks[i] = (byte) (i % 4 == 0 ? 0 : 255);
    }
    byte[] jpeg = JpegBytes.inks(16, 16, inks);

    Picture picture = media.decode(JpegBytes.withProfile(jpeg, InkProfile.greyOnly()));

    assertThat(views(picture)).hasSize(2);
    int seen = views(picture).get(0).rgb()[0];
    assertThat(Argb.red(seen)).isCloseTo(Argb.blue(seen), within());
    // Cyan is full: three quarters of the lightness are left, which is level 185.
    assertThat(Argb.red(seen)).isCloseTo(185, within());
    assertThat(Argb.red(views(picture).get(1).rgb()[0])).isLessThan(10);
    assertThat(picture.stored().rgb()).isEqualTo(views(picture).get(1).rgb());
  }

  @Test
  void followsTheGammaOfAPng() {
    byte[] file = png("gAMA", ByteBuffer.allocate(4).putInt(100_000).array());

    int[] seen = views(media.decode(file)).getFirst().rgb();

    for (int x = 0; x < W; x++) {
      int expected = (int) Math.round(255 * Math.pow(4 * x / 255.0, 1 / 2.2));
      assertThat(Argb.blue(seen[x])).isEqualTo(expected);
    }
    assertThat(views(media.decode(file)).get(1).rgb()).isEqualTo(rampWithoutAlpha());
  }

  @Test
  void takesTheUsualGammaOfAPngForWhatItIs() {
    byte[] file = png("gAMA", ByteBuffer.allocate(4).putInt(45_455).array());

    assertThat(views(media.decode(file)).getFirst().rgb()).isEqualTo(rampWithoutAlpha());
  }

  private byte[] withProfile(byte[] profile) {
    return png("iCCP", JpegBytes.join(JpegBytes.ascii("name\0\0"), PngBytes.deflated(profile)));
  }

  private byte[] png(String type, byte[] content) {
    return new PngBytes()
        .header(W, 4, 8, 6, false)
        .chunk(type, content)
        .chunk("IDAT", PngBytes.rgbaData(W, ramp))
        .end();
  }

  private int[] rampWithoutAlpha() {
    return Arrays.stream(ramp).map(Argb::withoutAlpha).toArray();
  }

  private static List<Raster> views(Picture picture) {
    return picture.frames().getFirst().views();
  }

  /** The curve of sRGB (IEC 61966-2-1). */
  private static int srgb(double light) {
    double level = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * level);
  }

  private static Offset<Integer> within() {
    return Offset.offset(4);
  }
}
