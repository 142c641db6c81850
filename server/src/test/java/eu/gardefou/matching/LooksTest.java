package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Drawings.discs;
import static eu.gardefou.matching.Drawings.picture;
import static eu.gardefou.matching.Drawings.raster;
import static eu.gardefou.matching.Setting.CURATOR;
import static eu.gardefou.matching.Setting.HOTLINE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.FileDigests;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a picture is looked at, and that the answer says which look it was. */
final class LooksTest {
  private final Setting setting = new Setting();
  private final Matching matching = setting.matching;

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void theAnswerNamesThePose() {
    setting.banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    // Turned clockwise here, so the picture has to be turned back.
    Raster turned = Drawings.turned(raster(1));

    assertThat(only(picture(1)).pose()).isEqualTo(Pose.ORIGINAL);
    assertThat(only(picture(turned)).pose()).isEqualTo(Pose.ROTATE270);
    assertThat(only(picture(Drawings.mirrored(raster(1)))).pose()).isEqualTo(Pose.FLIPY);
    assertThat(only(picture(Drawings.turned(turned))).pose()).isEqualTo(Pose.ROTATE180);
  }

  @ParameterizedTest
  @CsvSource({"120,120,0,0,0", "0,0,90,90,16777215", "40,100,30,200,2105376", "0,0,0,150,8421504"})
  void aPlainBorderHidesNothing(int top, int bottom, int left, int right, int colour) {
    setting.banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    BufferedImage framed = framed(discs(1, 320, 240), top, bottom, left, right, colour);

    Variant variant = only(picture(raster(framed)));

    assertThat(variant.trimmed()).isTrue();
    assertThat(variant.pose()).isEqualTo(Pose.ORIGINAL);
  }

  @Test
  void aNoisyBorderOfTwoColoursIsABorderToo() {
    setting.banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    BufferedImage framed = framed(discs(1, 320, 240), 100, 0, 0, 0, 0x000000);
    framed = framed(framed, 0, 110, 0, 0, 0xf0f0f0);
    Random random = new Random(2);
    for (int x = 0; x < framed.getWidth(); x++) {
      for (int y = 0; y < 100; y++) {
        framed.setRGB(x, y, random.nextInt(20) * 0x010101);
      }
    }
    assertThat(only(picture(raster(framed))).trimmed()).isTrue();
  }

  @Test
  void bordersAroundEachOtherHideNothing() {
    setting.banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    BufferedImage framed = discs(1, 320, 240);
    for (int colour : List.of(0xffffff, 0x000000, 0x3060c0)) {
      framed = framed(framed, 20, 35, 10, 40, colour);
    }
    assertThat(only(picture(raster(framed))).trimmed()).isTrue();
  }

  @Test
  void aPictureWithoutABorderIsTakenAsItIs() {
    assertThat(Border.without(raster(1))).isEmpty();
    assertThat(Border.without(Drawings.plain(0x808080))).isEmpty();
    assertThat(Border.without(new Raster(1, 1, new int[1]))).isEmpty();
    assertThat(Border.without(raster(framed(discs(1, 320, 240), 1, 1, 1, 1, 0)))).isEmpty();
  }

  @Test
  void theVerySameFileIsFoundByItsBytes() {
    byte[] file = Drawings.png(4);
    FileDigests digests = FileDigests.of(file);
    BankEntry entry = setting.add(KNOWN_ABUSE, Signal.of("sha1", digests.sha1()));
    setting.add(KNOWN_ABUSE, Signal.of("md5", "0".repeat(32)));
    setting.add(KNOWN_ABUSE, Signal.of("video_md5", digests.md5()));

    try (Picture picture = new Media(MediaLimits.DEFAULT).decode(file)) {
      assertThat(picture.digests()).isEqualTo(digests);
      assertThat(matching.lookUp(picture).matches())
          .containsExactly(
              new BankMatch(KNOWN_ABUSE, BankKind.KNOWN_ABUSE, entry.id(), 0, null, false));
    }
  }

  @Test
  void digestsAreThoseOfTheStandards() {
    FileDigests abc = FileDigests.of(new byte[] {'a', 'b', 'c'});
    assertThat(abc.md5()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    assertThat(abc.sha1()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    assertThat(abc.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void sightingsAreCountedAndReachTheRecord() {
    BankEntry entry = setting.banks.add(KNOWN_ABUSE, picture(1), HOTLINE, CURATOR);
    matching.lookUp(picture(1));
    setting.sightings.write();
    setting.clock.move(Duration.ofSeconds(5));
    matching.lookUp(picture(1));
    matching.lookUp(Signal.of(matching.lookUp(picture(1)).hash()), LookUp.EVERYWHERE);
    setting.sightings.close();

    assertThat(setting.banks.entry(KNOWN_ABUSE, entry.id()).sightings())
        .isEqualTo(new Sightings(4, Setting.NOW, Setting.NOW.plusSeconds(5)));
  }

  private Variant only(Picture picture) {
    List<BankMatch> matches = matching.lookUp(picture).matches();
    assertThat(matches).hasSize(1);
    return requireNonNull(matches.getFirst().variant());
  }

  private static BufferedImage framed(
      BufferedImage image, int top, int bottom, int left, int right, int colour) {
    BufferedImage framed =
        new BufferedImage(
            image.getWidth() + left + right,
            image.getHeight() + top + bottom,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = framed.createGraphics();
    pen.setColor(new Color(colour));
    pen.fillRect(0, 0, framed.getWidth(), framed.getHeight());
    pen.drawImage(image, left, top, null);
    pen.dispose();
    return framed;
  }
}
